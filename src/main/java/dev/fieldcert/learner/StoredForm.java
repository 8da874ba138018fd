package dev.fieldcert.learner;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.MappingContextTypeInformationMapper;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultDbRefResolver;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/**
 * How documents are written: kinds by their alias and never by a class's name, so that a rename is no migration; dates as
 * they are written, not as an instant in this server's time zone.
 */
@Configuration(proxyBeanMethods = false)
class StoredForm {

    @Bean
    MongoCustomConversions mongoCustomConversions() {
        return new MongoCustomConversions(List.of(
                new DateToText(),
                new TextToDate(),
                new TimeToText(),
                new TextToTime(),
                new CompletionToDocument(),
                new DocumentToCompletion()));
    }

    @Bean
    MappingMongoConverter mappingMongoConverter(
            MongoDatabaseFactory database, MongoMappingContext context, MongoCustomConversions conversions) {
        MappingMongoConverter converter = new MappingMongoConverter(new DefaultDbRefResolver(database), context);
        converter.setCustomConversions(conversions);
        converter.setTypeMapper(
                new DefaultMongoTypeMapper("kind_", List.of(new MappingContextTypeInformationMapper(context))));
        converter.setMapKeyDotReplacement("~");
        return converter;
    }

    /**
     * The same form that reflection finds. A learner's document is written at every answer, and completions are what grows in
     * it.
     */
    @WritingConverter
    private static final class CompletionToDocument implements Converter<Completion, Document> {
        @Override
        public Document convert(Completion completion) {
            return new Document("course", completion.course())
                    .append("award", completion.award())
                    .append("enrolledAt", Date.from(completion.enrolledAt()))
                    .append("completedAt", Date.from(completion.completedAt()))
                    .append("score", completion.score())
                    .append("version", completion.version());
        }
    }

    @ReadingConverter
    private static final class DocumentToCompletion implements Converter<Document, Completion> {
        @Override
        public Completion convert(Document stored) {
            return new Completion(
                    stored.getString("course"),
                    stored.getString("award"),
                    stored.getDate("enrolledAt").toInstant(),
                    stored.getDate("completedAt").toInstant(),
                    stored.getDouble("score"),
                    stored.getString("version"));
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
