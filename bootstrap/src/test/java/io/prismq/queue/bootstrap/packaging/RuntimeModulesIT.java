package io.prismq.queue.bootstrap.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The packed Java has what the jar needs of Java. */
class RuntimeModulesIT {
    /**
     * A meter of another log, watches of Jetty's for web applications, and mappings of Jackson and jOOQ that are asked for
     * by nobody.
     */
    private static final Set<String> UNUSED = Set.of(
            "io/micrometer/core/instrument/binder/logging/Log4j2Metrics",
            "org/eclipse/jetty/ee10/servlet/listener/IntrospectorCleaner",
            "org/eclipse/jetty/util/preventers/AWTLeakPreventer",
            "org/eclipse/jetty/util/preventers/AppContextLeakPreventer",
            "org/jooq/impl/AbstractXMLasObjectBinding$XMLasObjectConverter",
            "org/jooq/impl/DefaultRecordMapper",
            "tools/jackson/databind/ext/beans/JavaBeansAnnotationsImpl");

    @Test
    void includeEveryOneThatAClassRefersTo() throws IOException {
        Map<String, Set<String>> needed = needed();
        needed.keySet().removeAll(packed());

        assertThat(needed.keySet()).containsOnly("java.desktop");
        assertThat(needed.get("java.desktop")).isSubsetOf(UNUSED);
    }

    private static Set<String> packed() throws IOException {
        Set<String> packed = Files.readAllLines(Packages.SOURCES.resolve("modules")).stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .collect(Collectors.toSet());
        packed.add("java.base");
        return packed;
    }

    /** By module, the classes of the jar that refer to it. */
    private static Map<String, Set<String>> needed() throws IOException {
        Map<String, String> modules = modulesByPackage();
        Map<String, Set<String>> needed = new TreeMap<>();
        try (ZipFile jar = new ZipFile(Packages.JAR.toFile())) {
            for (ZipEntry entry : jar.stream().toList()) {
                String name = entry.getName();
                if (name.endsWith(".class") && !name.startsWith("META-INF/")) {
                    try (InputStream classFile = jar.getInputStream(entry)) {
                        ClassReferences.packages(classFile).stream()
                                .map(modules::get)
                                .filter(module -> module != null)
                                .forEach(module -> needed.computeIfAbsent(module, first -> new TreeSet<>())
                                        .add(name.replace(".class", "")));
                    }
                }
            }
        }
        return needed;
    }

    private static Map<String, String> modulesByPackage() {
        Map<String, String> modules = new HashMap<>();
        for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
            module.descriptor()
                    .packages()
                    .forEach(name -> modules.put(name, module.descriptor().name()));
        }
        return modules;
    }
}
