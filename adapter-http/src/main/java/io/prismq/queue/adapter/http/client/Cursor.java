package io.prismq.queue.adapter.http.client;

import io.prismq.queue.domain.task.TaskId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Where the next page of a list begins. Callers see one opaque word, which holds the filters of its list and a checksum
 * against copies that lost a part.
 *
 * @param before the last task of the page before
 * @param filters the filters in one text
 */
record Cursor(TaskId before, String filters) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,16})/([^/]*)/([0-9a-f]+)");

    String encode() {
        String content = before + "/" + filters;
        String checked = content + "/" + checksum(content);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(checked.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty where the text is none that {@link #encode} made. */
    static Optional<Cursor> decode(String text) {
        try {
            String checked = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            Matcher form = FORM.matcher(checked);
            if (!form.matches() || !form.group(3).equals(checksum(form.group(1) + "/" + form.group(2)))) {
                return Optional.empty();
            }
            return Optional.of(new Cursor(new TaskId(Long.parseLong(form.group(1))), form.group(2)));
        } catch (IllegalArgumentException noCursor) {
            return Optional.empty();
        }
    }

    private static String checksum(String content) {
        CRC32 checksum = new CRC32();
        checksum.update(content.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(checksum.getValue());
    }
}
