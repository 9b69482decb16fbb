package io.prismq.queue.adapter.http.dashboard.html;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.dashboard.view.ProblemView;
import io.prismq.queue.adapter.http.exchange.ProblemFace;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.problem.Problem;
import io.prismq.queue.adapter.http.problem.ProblemType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Shows problems to people as a page, and to programs as they expect them. */
public final class ProblemPage implements ProblemFace {
    /** Where whoever has to log in is led. */
    public static final String LOGIN = "/login";

    /** What only programs ask for, whatever they accept. */
    private static final List<String> FOR_PROGRAMS =
            List.of("/api/", "/health/", "/metrics", "/openapi.json", "/docs/", "/assets/");

    private final Pages pages;

    public ProblemPage(Pages pages) {
        this.pages = pages;
    }

    @Override
    public Reply show(Problem problem, Context context) {
        Reply plain = Reply.problem(problem);
        if (!isForPeople(context)) {
            return plain;
        }
        if (problem.type() == ProblemType.UNAUTHORIZED) {
            return toLogin(context);
        }
        ProblemView view =
                new ProblemView(problem.type().status(), problem.type().title(), problem.detail());
        Reply page = pages.show(context, view.status(), new Page("problem", view.title(), "", view));
        String wait = plain.headers().get("Retry-After");
        return wait == null ? page : page.with("Retry-After", wait);
    }

    /** Back to where he was, once he has logged in; a part of a page that is refreshed takes the whole page there. */
    private static Reply toLogin(Context context) {
        String asked = context.method().equals(HandlerType.GET) ? context.path() : "/";
        String query = context.queryString();
        String to = query == null || !context.method().equals(HandlerType.GET) ? asked : asked + "?" + query;
        String login = LOGIN + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
        return context.header("HX-Request") == null
                ? Reply.empty(303).with("Location", login)
                : Reply.empty(401).with("HX-Redirect", login);
    }

    /** Browsers name HTML first, and no JSON. */
    private static boolean isForPeople(Context context) {
        String accept = Objects.requireNonNullElse(context.header("Accept"), "");
        return accept.contains("text/html")
                && !accept.contains("json")
                && FOR_PROGRAMS.stream().noneMatch(context.path()::startsWith);
    }
}
