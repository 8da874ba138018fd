package dev.fieldcert.stored;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;
import org.springframework.data.mongodb.core.mapping.MongoPersistentEntity;
import org.springframework.data.mongodb.core.mapping.MongoPersistentProperty;
import org.springframework.data.util.TypeCollector;
import org.springframework.util.ClassUtils;

/**
 * Whatever was stored once must be readable for ever. {@code src/test/resources/stored} holds a document of each stored type,
 * named by its alias, with every field that any release has written; a document of an older form gets a file of its own
 * beside it ({@code learner-2.json}). A field that is added is added there, and nothing is ever taken out, unless a migration
 * takes it out of the databases as well.
 */
class StoredTypesTest {

    private static final Path FIXTURES = Path.of("src/test/resources/stored");

    private static final Path FIELDS = FIXTURES.resolve("fields.txt");

    private static MongoMappingContext context;
    private static MappingMongoConverter converter;

    @BeforeAll
    static void readTheTypes() throws ClassNotFoundException {
        var conversions = StoredForm.mongoCustomConversions();
        context = new MongoMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        context.setInitialEntitySet(types().collect(Collectors.toSet()));
        context.afterPropertiesSet();
        converter = StoredForm.converter(NoOpDbRefResolver.INSTANCE, context, conversions);
        converter.afterPropertiesSet();
    }

    private static Stream<Class<?>> types() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(
                    org.springframework.beans.factory.annotation.AnnotatedBeanDefinition definition) {
                return definition.getMetadata().isIndependent();
            }
        };
        scanner.addIncludeFilter(
                new AnnotationTypeFilter(org.springframework.data.mongodb.core.mapping.Document.class));
        return scanner.findCandidateComponents("dev.fieldcert").stream()
                .<Class<?>>map(definition -> ClassUtils.resolveClassName(definition.getBeanClassName(), null))
                .filter(type -> !type.getName().contains("Test"));
    }

    private static String alias(Class<?> type) {
        return type.getAnnotation(TypeAlias.class).value().replace(':', '-');
    }

    private static List<Path> files(String alias) {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            return files.filter(file -> file.getFileName().toString().matches(alias + "(-\\d+)?\\.json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document read(Path file) {
        try {
            return Document.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void isReadAndLosesNothingWhenItIsWrittenAgain(Class<?> type) {
        assertThat(files(alias(type)))
                .as("a document of the alias %s in %s", alias(type), FIXTURES)
                .isNotEmpty();
        for (Path file : files(alias(type))) {
            Document written = new Document();

            converter.write(converter.read(type, read(file)), written);

            assertThat(contains(sorted(written), sorted(read(file))))
                    .as("%s, written as %s", file, written.toJson())
                    .isTrue();
        }
    }

    /** A field that was added since has its default. */
    private static boolean contains(Object written, Object stored) {
        if (stored instanceof Map<?, ?> fields && written instanceof Map<?, ?> all) {
            return fields.entrySet().stream().allMatch(field -> contains(all.get(field.getKey()), field.getValue()));
        }
        if (stored instanceof List<?> some && written instanceof List<?> all) {
            return some.size() == all.size()
                    && some.stream().allMatch(one -> all.stream().anyMatch(each -> contains(each, one)));
        }
        return stored.equals(written);
    }

    /** Sets have no order, and JSON does not tell one whole number from another. */
    private static Object sorted(Object value) {
        if (value instanceof Document document) {
            return document.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, field -> sorted(field.getValue()), (a, b) -> a, java.util.TreeMap::new));
        }
        if (value instanceof Collection<?> list) {
            return list.stream()
                    .map(each -> String.valueOf(sorted(each)))
                    .sorted()
                    .toList();
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof byte[] bytes) {
            return Arrays.toString(bytes);
        }
        return value instanceof Binary binary ? Arrays.toString(binary.getData()) : value;
    }

    @Test
    void everyFieldStandsInADocument() {
        Set<String> seen = new TreeSet<>();
        types().forEach(type -> files(alias(type))
                .forEach(file -> collect(context.getRequiredPersistentEntity(type), read(file), seen)));

        Set<String> fields = new TreeSet<>();
        for (MongoPersistentEntity<?> entity : context.getPersistentEntities()) {
            if (entity.getType().getName().startsWith("dev.fieldcert")
                    && !entity.getType().isInterface()
                    && !StoredEnum.class.isAssignableFrom(entity.getType())) {
                entity.forEach(property -> fields.add(name(property)));
            }
        }
        assertThat(seen).containsAll(fields);
    }

    /** {@code fields.txt} lists what the release before stores; {@code -Dgolden=write} makes the list anew at a release. */
    @ParameterizedTest
    @MethodSource("types")
    void isReadAsTheReleaseBeforeWroteIt(Class<?> type) throws IOException {
        Set<String> before = Set.copyOf(Files.readAllLines(FIELDS));
        MongoPersistentEntity<?> entity = context.getRequiredPersistentEntity(type);

        for (Path file : files(alias(type))) {
            Document document = read(file);
            if (strip(entity, document, before)) {
                assertThat(converter.read(type, document)).as(file.toString()).isNotNull();
            }
        }
    }

    @Test
    void fieldsAreListedForTheNextRelease() throws IOException {
        Set<String> now = new TreeSet<>();
        types().forEach(type -> files(alias(type))
                .forEach(file -> collect(context.getRequiredPersistentEntity(type), read(file), now)));
        if ("write".equals(System.getProperty("golden"))) {
            Files.write(FIELDS, now);
        }

        assertThat(now).containsAll(Files.readAllLines(FIELDS));
    }

    /** Takes out what the release before did not know; false when it did not know the type at all. */
    private static boolean strip(MongoPersistentEntity<?> entity, Document document, Set<String> before) {
        boolean known = false;
        for (MongoPersistentProperty property : entity) {
            known |= before.contains(name(property));
        }
        if (known) {
            entity.forEach(property -> {
                if (!before.contains(name(property))) {
                    document.remove(property.getFieldName());
                }
            });
        }
        return known;
    }

    /** The jar's context is worked out when it is built (ADR 15); that follows the methods of stored types. */
    @Test
    void theAheadOfTimeBuildTakesNoExceptionForAStoredType() throws IOException {
        var reachable = TypeCollector.inspect(
                collector -> collector.filterTypes(new NoExceptions().classPredicate()),
                types().collect(Collectors.toSet()));

        assertThat(reachable.list()).noneMatch(Throwable.class::isAssignableFrom);
        assertThat(Files.readString(Path.of("src/main/resources/META-INF/spring/aot.factories")))
                .contains(NoExceptions.class.getName());
    }

    private static String name(MongoPersistentProperty property) {
        return ClassUtils.getShortName(property.getOwner().getType()) + "." + property.getName();
    }

    private static void collect(MongoPersistentEntity<?> entity, Document document, Set<String> seen) {
        entity.forEach(property -> {
            Object value = document.get(property.getFieldName());
            if (value != null) {
                seen.add(name(property));
                nested(property, value, seen);
            }
        });
    }

    private static void nested(MongoPersistentProperty property, Object value, Set<String> seen) {
        if (value instanceof Collection<?> list) {
            list.forEach(each -> nested(property, each, seen));
        } else if (value instanceof Document document && property.isMap() && !document.containsKey("kind_")) {
            document.values().forEach(each -> element(property, each, seen));
        } else {
            element(property, value, seen);
        }
    }

    private static void element(MongoPersistentProperty property, Object value, Set<String> seen) {
        if (value instanceof Document document && property.isEntity()) {
            var type = converter
                    .getTypeMapper()
                    .readType(document, property.getTypeInformation().getRequiredActualType());
            collect(context.getRequiredPersistentEntity(type), document, seen);
        }
    }

    @Test
    void noCodeIsChangedOrTakenAway() throws IOException {
        Set<Class<?>> enums = context.getPersistentEntities().stream()
                .flatMap(entity -> Stream.<Class<?>>concat(
                        Stream.of(entity.getType()),
                        Arrays.stream(entity.getType().getDeclaredFields()).map(java.lang.reflect.Field::getType)))
                .filter(StoredEnum.class::isAssignableFrom)
                .filter(Class::isEnum)
                .collect(Collectors.toSet());

        assertThat(enums.stream().map(StoredTypesTest::codes).sorted().collect(joining("\n", "", "\n")))
                .isEqualTo(Files.readString(FIXTURES.resolve("codes.txt")));
    }

    private static String codes(Class<?> type) {
        return ClassUtils.getShortName(type) + ": "
                + Arrays.stream(type.getEnumConstants())
                        .map(constant -> ((StoredEnum) constant).code())
                        .collect(joining(" "));
    }
}
