package io.prismq.queue.adapter.sqlite.backup;

import io.prismq.queue.domain.port.StoreCorruptException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a file, and the file beside it that tells it in the format of sha256sum:
 * https://www.gnu.org/software/coreutils/manual/html_node/cksum-output-modes.html.
 */
final class Checksum {
    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64}) [ *].+");

    private Checksum() {}

    /** Where the checksum of the file stands. */
    static Path fileOf(Path file) {
        return Siblings.of(file, ".sha256");
    }

    static String of(Path file) throws IOException {
        return copy(file, OutputStream.nullOutputStream());
    }

    /** Copies the file, and says what of: a file that changes meanwhile is not taken for another. */
    static String copy(Path file, OutputStream to) throws IOException {
        DigestOutputStream digested = new DigestOutputStream(to, sha256());
        try (InputStream from = Files.newInputStream(file)) {
            from.transferTo(digested);
        }
        return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    }

    static String line(String sha256, Path file) {
        return "%s  %s\n".formatted(sha256, file.getFileName());
    }

    /**
     * What the file beside it tells; empty where there is none.
     *
     * @throws StoreCorruptException if it does not tell a checksum
     */
    static Optional<String> toldOf(Path file) throws IOException {
        Path beside = fileOf(file);
        if (!Files.exists(beside)) {
            return Optional.empty();
        }
        Matcher line = LINE.matcher(Files.readString(beside).strip());
        if (!line.matches()) {
            throw new StoreCorruptException(
                    "The file %s does not hold one line of sha256sum; take another backup.".formatted(beside));
        }
        return Optional.of(line.group(1).toLowerCase(Locale.ROOT));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
