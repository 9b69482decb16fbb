package io.prismq.queue.architecture;

import static java.util.stream.Collectors.toList;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is looked at: the classes of every module, and the tests of every module but this one. */
final class Product {
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(House.PRODUCT.root());

    static final JavaClasses TESTS = new ClassFileImporter().importPaths(testDirectories());

    private Product() {}

    private static List<Path> testDirectories() {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            return modules.filter(module -> !module.endsWith("architecture-tests"))
                    .map(module -> module.resolve("target/test-classes"))
                    .filter(Files::isDirectory)
                    .collect(toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
