package io.prismq.queue.adapter.http.dashboard.html;

import io.javalin.http.Context;
import io.prismq.queue.adapter.http.dashboard.view.Notice;
import io.prismq.queue.adapter.http.exchange.OwnCookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cookies of the dashboard. */
final class Cookies {
    static final String BROWSER = "prismq_browser";
    static final String NOTICE = "prismq_notice";

    private static final int NOTICE_SECONDS = 60;
    private static final int MOST_CHARACTERS = 500;

    private Cookies() {}

    static String browser(Context context, String name) {
        return OwnCookie.guarded(context, BROWSER + "=" + name);
    }

    /** Brings a notice over to the page that is shown next. */
    static String notice(Context context, Notice notice) {
        String text = notice.text();
        String kept = (notice.good() ? "+" : "-") + text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
        String word = Base64.getUrlEncoder().withoutPadding().encodeToString(kept.getBytes(StandardCharsets.UTF_8));
        return OwnCookie.guarded(context, NOTICE + "=" + word + "; Max-Age=" + NOTICE_SECONDS);
    }

    static String noNotice(Context context) {
        return OwnCookie.guarded(context, NOTICE + "=; Max-Age=0");
    }

    /** Empty where the cookie has none that {@link #notice} wrote. */
    static Optional<Notice> readNotice(@Nullable String cookie) {
        if (cookie == null || cookie.isEmpty()) {
            return Optional.empty();
        }
        try {
            String kept = new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8);
            return kept.length() < 2
                    ? Optional.empty()
                    : Optional.of(new Notice(kept.startsWith("+"), kept.substring(1)));
        } catch (IllegalArgumentException noNotice) {
            return Optional.empty();
        }
    }
}
