package io.prismq.queue.adapter.http.dashboard.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.prismq.queue.adapter.http.dashboard.view.Shell;
import java.util.Map;

/** The templates, which the build has made into classes. They escape all that they are given. */
final class Templates {
    private static final String PACKAGE = "io.prismq.queue.adapter.http.dashboard.template";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);

    /** The page in UTF-8. */
    byte[] render(String template, Shell shell, Object view) {
        Utf8ByteOutput page = new Utf8ByteOutput();
        engine.render(template + ".jte", Map.of("shell", shell, "view", view), page);
        return page.toByteArray();
    }
}
