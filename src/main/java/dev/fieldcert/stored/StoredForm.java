package dev.fieldcert.stored;

import dev.fieldcert.outbox.UnknownContent;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.data.convert.MappingContextTypeInformationMapper;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.TypeInformationMapper;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.mapping.Alias;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DbRefResolver;
import org.springframework.data.mongodb.core.convert.DefaultDbRefResolver;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/**
 * How documents are written. Types are stored by their alias and enum constants by their code, never by a name from
 * the source, so that a rename needs no migration. Dates and times are stored as text, not as an instant in this
 * server's time zone.
 */
@Configuration(proxyBeanMethods = false)
public class StoredForm {

    @Bean
    public static MongoCustomConversions mongoCustomConversions() {
        return new MongoCustomConversions(List.of(
                new DateToText(),
                new TextToDate(),
                new TimeToText(),
                new TextToTime(),
                new EnumToCode(),
                new CodeToEnum(),
                new UnknownContentToDocument(),
                new DocumentToUnknownContent()));
    }

    /** @param checked only enforces the order: no document is read or written before the schema version is checked */
    @Bean
    MappingMongoConverter mappingMongoConverter(
            MongoDatabaseFactory database,
            MongoMappingContext context,
            MongoCustomConversions conversions,
            Schema checked) {
        return converter(new DefaultDbRefResolver(database), context, conversions);
    }

    /** Creates the same converter as the bean, for code that runs without the application. */
    public static MappingMongoConverter converter(
            DbRefResolver references, MongoMappingContext context, MongoCustomConversions conversions) {
        MappingMongoConverter converter = new MappingMongoConverter(references, context);
        converter.setCustomConversions(conversions);
        converter.setTypeMapper(new DefaultMongoTypeMapper(
                "kind_", List.of(new MappingContextTypeInformationMapper(context), new KindOfANewerRelease())));
        converter.setMapKeyDotReplacement("~");
        return converter;
    }

    /**
     * Reads an alias that this release does not know as {@link UnknownContent}, wherever a message's content is
     * expected.
     */
    private static final class KindOfANewerRelease implements TypeInformationMapper {
        @Override
        public TypeInformation<?> resolveTypeFrom(Alias alias) {
            return TypeInformation.of(UnknownContent.class);
        }

        @Override
        public Alias createAliasFor(TypeInformation<?> type) {
            return Alias.NONE;
        }
    }

    @WritingConverter
    private static final class UnknownContentToDocument implements Converter<UnknownContent, Document> {
        @Override
        public Document convert(UnknownContent content) {
            return content.stored();
        }
    }

    @ReadingConverter
    private static final class DocumentToUnknownContent implements Converter<Document, UnknownContent> {
        @Override
        public UnknownContent convert(Document stored) {
            return new UnknownContent(stored);
        }
    }

    @WritingConverter
    private static final class EnumToCode implements Converter<StoredEnum, String> {
        @Override
        public String convert(StoredEnum constant) {
            return constant.code();
        }
    }

    @ReadingConverter
    private static final class CodeToEnum implements ConverterFactory<String, StoredEnum> {
        @Override
        public <E extends StoredEnum> Converter<String, E> getConverter(Class<E> type) {
            return code -> Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "No " + type.getSimpleName() + " has the code “" + code + "”"));
        }
    }

    private static final class DateToText implements Converter<LocalDate, String> {
        @Override
        public String convert(LocalDate date) {
            return date.toString();
        }
    }

    private static final class TextToDate implements Converter<String, LocalDate> {
        @Override
        public LocalDate convert(String text) {
            return LocalDate.parse(text);
        }
    }

    private static final class TimeToText implements Converter<LocalTime, String> {
        @Override
        public String convert(LocalTime time) {
            return time.toString();
        }
    }

    private static final class TextToTime implements Converter<String, LocalTime> {
        @Override
        public LocalTime convert(String text) {
            return LocalTime.parse(text);
        }
    }
}
