package io.prismq.queue.adapter.http.dashboard.html;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.asset.Resource;
import io.prismq.queue.adapter.http.asset.Webjars;
import io.prismq.queue.adapter.http.dashboard.view.Shell;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.problem.ProblemType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What pages are made with: a style sheet, scripts and an icon, all from this server. Their names change with their
 * contents, so that browsers need not ask for them twice.
 */
public final class Files {
    private static final String PATH = "/assets/";
    private static final String NAME = "file";
    private static final int DIGEST_LENGTH = 12;

    private final Map<String, Reply> byName;
    private final Shell.Files paths;

    public Files() {
        Resource style = own("dashboard.css", Resource.STYLE);
        Resource script = own("dashboard.js", Resource.SCRIPT);
        Resource icon = own("icon.svg", "image/svg+xml");
        String htmx = "htmx-" + Webjars.version("htmx.org") + ".js";
        String chart = "chart-" + Webjars.version("chart.js") + ".js";
        this.byName = Map.of(
                named(style),
                lasting(style),
                named(script),
                lasting(script),
                named(icon),
                lasting(icon),
                htmx,
                lasting(Resource.ofWebjar("htmx.org", "dist/htmx.min.js", Resource.SCRIPT)),
                chart,
                lasting(Resource.ofWebjar("chart.js", "dist/chart.umd.min.js", Resource.SCRIPT)));
        this.paths = new Shell.Files(
                PATH + named(style), PATH + named(script), PATH + htmx, PATH + chart, PATH + named(icon));
    }

    public List<Route> routes() {
        return List.of(Route.now(HandlerType.GET, PATH + "{" + NAME + "}", this::file));
    }

    Shell.Files paths() {
        return paths;
    }

    private Reply file(Context context) {
        Reply file = byName.get(context.pathParam(NAME));
        return file == null ? Reply.problem(ProblemType.NOT_FOUND.because("The path was not found")) : file;
    }

    private static Resource own(String name, String mediaType) {
        return new Resource(Files.class, name, mediaType);
    }

    private static Reply lasting(Resource file) {
        return file.reply()
                .with("Cache-Control", "public, max-age=31536000, immutable")
                .with("X-Content-Type-Options", "nosniff");
    }

    /** The name with a digest of the content before its ending. */
    private static String named(Resource file) {
        int dot = file.path().lastIndexOf('.');
        return file.path().substring(0, dot) + "-" + digest(file.bytes())
                + file.path().substring(dot);
    }

    private static String digest(byte[] content) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(sha256).substring(0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
