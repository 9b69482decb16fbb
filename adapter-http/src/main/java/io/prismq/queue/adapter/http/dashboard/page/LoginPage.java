package io.prismq.queue.adapter.http.dashboard.page;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.access.Admitted;
import io.prismq.queue.adapter.http.access.Callers;
import io.prismq.queue.adapter.http.access.SessionCookie;
import io.prismq.queue.adapter.http.access.Sessions;
import io.prismq.queue.adapter.http.dashboard.html.Front;
import io.prismq.queue.adapter.http.dashboard.html.Page;
import io.prismq.queue.adapter.http.dashboard.html.ProblemPage;
import io.prismq.queue.adapter.http.dashboard.view.LoginView;
import io.prismq.queue.adapter.http.exchange.Form;
import io.prismq.queue.adapter.http.exchange.Query;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.limit.Address;
import io.prismq.queue.adapter.http.limit.Buckets;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import io.prismq.queue.application.audit.Audit;
import io.prismq.queue.domain.access.Actor;
import io.prismq.queue.domain.access.ApiKey;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.Scope;
import io.prismq.queue.domain.audit.Action;
import io.prismq.queue.domain.audit.Deed;
import io.prismq.queue.domain.audit.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Takes a key of somebody who sits before a browser, and begins a session. */
public final class LoginPage {
    private static final String PATH = ProblemPage.LOGIN;
    private static final String LOGOUT = "/logout";
    private static final String TO = "to";
    private static final String HOME = "/";
    private static final int UNAUTHORIZED = ProblemType.UNAUTHORIZED.status();
    private static final int FORBIDDEN = ProblemType.FORBIDDEN.status();

    /** A path, and no address of another server: that begins with two slashes, and browsers take \\ for one. */
    private static final String OWN = "/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?";

    /** Wrong keys that an address may try in a minute. */
    private static final int TRIES = 10;

    private final Callers callers;
    private final Sessions sessions;
    private final Audit audit;
    private final Front front;
    private final Buckets tries = new Buckets(TRIES, Duration.ofMinutes(1));

    public LoginPage(Callers callers, Sessions sessions, Audit audit, Front front) {
        this.callers = callers;
        this.sessions = sessions;
        this.audit = audit;
        this.front = front;
    }

    public List<Route> routes() {
        return List.of(
                Route.now(HandlerType.GET, PATH, this::show).taking(TO),
                front.guard().post(PATH, this::logIn),
                front.guard().post(LOGOUT, this::logOut));
    }

    private Reply show(Context context) {
        return page(context, 200, Query.of(context).text(TO), null);
    }

    private CompletionStage<Reply> logIn(Context context, Form form) {
        Optional<Duration> wait = tries.take(Address.of(context));
        if (wait.isPresent()) {
            long seconds = Buckets.seconds(wait.get());
            return CompletableFuture.completedStage(
                    page(context, 429, form.text(TO), "Too many tries: wait %d s.".formatted(seconds))
                            .with("Retry-After", Long.toString(seconds)));
        }
        try {
            ApiKey key = callers.present(form.text("key").orElse("").strip());
            String name = Actor.name(key.id());
            Optional<String> flaw = flaw(key.grant());
            return flaw.isPresent()
                    ? refuse(name, page(context, FORBIDDEN, form.text(TO), flaw.get()), context)
                    : note(context, name, Action.LOGIN, Outcome.DONE)
                            .thenApply(noted ->
                                    goTo(target(key.grant(), form.text(TO))).with("Set-Cookie", begin(context, key)));
        } catch (ProblemException refused) {
            String why = refused.problem().detail() + ".";
            return refuse(Actor.ANONYMOUS.name(), page(context, UNAUTHORIZED, form.text(TO), why), context);
        }
    }

    /** Why no page would open to such a key. */
    private static Optional<String> flaw(Grant grant) {
        if (!grant.reachesAll()) {
            return Optional.of("The key is limited to some types, and the pages concern all.");
        }
        return grant.permits(Scope.READ) || grant.permits(Scope.ENQUEUE)
                ? Optional.empty()
                : Optional.of("The key has neither the scope read nor enqueue: no page opens to it.");
    }

    /** Whoever may only enqueue has a single page. */
    private static Optional<String> target(Grant grant, Optional<String> to) {
        return grant.permits(Scope.READ) ? to : Optional.of(EnqueuePage.PATH);
    }

    private CompletionStage<Reply> refuse(String who, Reply page, Context context) {
        return note(context, who, Action.LOGIN, Outcome.REFUSED).thenApply(noted -> page);
    }

    /** In the place of the one that the browser shows, which it is about to forget. */
    private String begin(Context context, ApiKey key) {
        SessionCookie.of(context).ifPresent(sessions::end);
        return SessionCookie.set(context, sessions.begin(key.id()));
    }

    private CompletionStage<Reply> logOut(Context context, Form form) {
        Reply gone = goTo(Optional.of(PATH)).with("Set-Cookie", SessionCookie.forget(context));
        return SessionCookie.of(context)
                .flatMap(sessions::end)
                .map(key -> note(context, Actor.name(key), Action.LOGOUT, Outcome.DONE)
                        .thenApply(noted -> gone))
                .orElseGet(() -> CompletableFuture.completedStage(gone));
    }

    private CompletionStage<Boolean> note(Context context, String who, Action action, Outcome outcome) {
        return audit.note(new Deed(Admitted.by(who, context), action, null, outcome));
    }

    private Reply page(Context context, int status, Optional<String> to, @Nullable String error) {
        return front.pages().show(context, status, new Page("login", "Log in", "", new LoginView(own(to), error)));
    }

    private static Reply goTo(Optional<String> to) {
        return Reply.empty(303).with("Location", own(to));
    }

    /** Leads nowhere but to pages of this server, whatever the address said. */
    private static String own(Optional<String> to) {
        return to.filter(path -> path.matches(OWN)).orElse(HOME);
    }
}
