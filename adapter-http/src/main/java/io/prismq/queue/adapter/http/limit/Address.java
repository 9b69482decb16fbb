package io.prismq.queue.adapter.http.limit;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where requests come from, as far as callers are told apart by it. */
public final class Address {
    /** Of IPv6, whoever has one address has all that begin with these bytes: https://www.rfc-editor.org/rfc/rfc6177. */
    private static final int OWN_BYTES = 8;

    private Address() {}

    public static String of(Context context) {
        return of(context.req().getRemoteAddr());
    }

    /** A name for the address, which is written as numbers. */
    static String of(String numbers) {
        try {
            InetAddress address = InetAddress.getByName(numbers);
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), OWN_BYTES)) + "::/64"
                    : address.getHostAddress();
        } catch (UnknownHostException noNumbers) {
            return numbers;
        }
    }
}
