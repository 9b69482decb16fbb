package io.prismq.queue.adapter.http.dashboard.html;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.exchange.Form;
import io.prismq.queue.adapter.http.exchange.OwnOrigin;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/** Lets nothing but the forms of our own pages act. */
public final class Guard {
    private static final String FIELD = "csrf";

    /** What a browser says of a form of our own, or of one that a person sends once more. */
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final Tokens tokens;

    Guard(Tokens tokens) {
        this.tokens = tokens;
    }

    /** A route for the forms of our own pages: any other is refused with 403. */
    public Route post(String path, BiFunction<Context, Form, CompletionStage<Reply>> action) {
        return Route.later(HandlerType.POST, path, context -> {
            Form form = Form.of(context);
            requireOwn(context, form);
            return action.apply(context, form);
        });
    }

    private void requireOwn(Context context, Form form) {
        String site = context.header("Sec-Fetch-Site");
        if ((site != null && !OWN_SITES.contains(site)) || !OwnOrigin.of(context)) {
            throw refused("The form is not one of this server's pages");
        }
        String browser = context.cookie(Cookies.BROWSER);
        if (browser == null
                || !Tokens.isBrowser(browser)
                || !tokens.fits(form.text(FIELD).orElse(""), browser)) {
            throw refused("The page is too old: load it anew, and try again");
        }
    }

    private static ProblemException refused(String why) {
        return new ProblemException(ProblemType.FORBIDDEN.because(why));
    }
}
