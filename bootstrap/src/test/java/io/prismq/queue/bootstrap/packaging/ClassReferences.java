package io.prismq.queue.bootstrap.packaging;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The classes that a class names.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.4">The constant pool</a>
 */
final class ClassReferences {
    private ClassReferences() {}

    /** Their packages, as in {@code java.util}; of an array nothing, as its class has the reference too. */
    static List<String> packages(InputStream classFile) throws IOException {
        DataInputStream in = new DataInputStream(classFile);
        in.skipNBytes(8);
        int size = in.readUnsignedShort();
        Map<Integer, String> texts = new HashMap<>();
        Map<Integer, Integer> classes = new HashMap<>();
        for (int index = 1; index < size; index++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.put(index, in.readUTF());
                case 7 -> classes.put(index, in.readUnsignedShort());
                case 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    index++;
                }
                default -> throw new IOException("no constant has the tag " + tag);
            }
        }
        return classes.values().stream()
                .map(texts::get)
                .filter(name -> name.indexOf('/') > 0 && name.charAt(0) != '[')
                .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                .distinct()
                .toList();
    }
}
