package io.prismq.queue.adapter.http.dashboard.html;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.access.Admitted;
import io.prismq.queue.adapter.http.asset.Resource;
import io.prismq.queue.adapter.http.dashboard.view.Notice;
import io.prismq.queue.adapter.http.dashboard.view.Shell;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.domain.access.Actor;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.Scope;
import java.util.Map;
import java.util.Optional;

/** Shows pages to browsers: whole ones, which may use nothing but what comes from this server. */
public final class Pages {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "Cache-Control", "no-store",
            // Not no-referrer: a browser would not say any more which page a form is of.
            "Referrer-Policy", "same-origin",
            "X-Content-Type-Options", "nosniff");

    private final Templates templates = new Templates();
    private final Files files;
    private final Tokens tokens;
    private final Shell.Server server;

    Pages(Files files, Tokens tokens, Shell.Server server) {
        this.files = files;
        this.tokens = tokens;
        this.server = server;
    }

    public Reply show(Context context, Page page) {
        return show(context, 200, page);
    }

    public Reply show(Context context, int status, Page page) {
        String known = context.cookie(Cookies.BROWSER);
        String browser = Tokens.isBrowser(known) && known != null ? known : tokens.newBrowser();
        Optional<Notice> notice =
                isRefresh(context) ? Optional.empty() : Cookies.readNotice(context.cookie(Cookies.NOTICE));
        Optional<Actor> somebody = Admitted.named(context);
        Shell shell = new Shell(
                page.title(),
                page.section(),
                tokens.token(browser),
                notice.orElse(null),
                somebody.map(Actor::name).orElse(null),
                rights(somebody.map(Actor::grant).orElse(Grant.ALL)),
                files.paths(),
                server);
        Reply reply =
                new Reply(status, Resource.HTML, templates.render(page.template(), shell, page.view()), HEADERS, null);
        if (!browser.equals(known)) {
            return reply.with("Set-Cookie", Cookies.browser(context, browser));
        }
        return notice.isPresent() ? reply.with("Set-Cookie", Cookies.noNotice(context)) : reply;
    }

    /** Sends the browser on to a page that tells what became of its wish. */
    public static Reply goTo(Context context, String path, Notice notice) {
        return Reply.empty(303).with("Location", path).with("Set-Cookie", Cookies.notice(context, notice));
    }

    /** Leads on whoever asks for the address of an action: what is there is done with a form alone. */
    public static Route leading(String from, String to) {
        return Route.now(HandlerType.GET, from, context -> Reply.empty(303).with("Location", to));
    }

    private static Shell.Rights rights(Grant grant) {
        return new Shell.Rights(grant.permits(Scope.READ), grant.permits(Scope.ENQUEUE), grant.permits(Scope.MANAGE));
    }

    /** A part of a page that is there already is asked for: its notice stands. */
    private static boolean isRefresh(Context context) {
        return context.header("HX-Request") != null;
    }
}
