package dev.fieldcert.learner;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
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
                new CompletionToLine(),
                new LineToCompletion(),
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
     * One line of text: {@code course award enrolledAt completedAt score version}. Completions are what grows in a document
     * that is read and written at every answer, and a line costs a fraction of an embedded document at every hand it passes
     * through.
     */
    @WritingConverter
    private static final class CompletionToLine implements Converter<Completion, String> {
        @Override
        public String convert(Completion completion) {
            return String.join(
                    " ",
                    completion.course(),
                    completion.award(),
                    completion.enrolledAt().truncatedTo(ChronoUnit.MILLIS).toString(),
                    completion.completedAt().truncatedTo(ChronoUnit.MILLIS).toString(),
                    Double.toString(completion.score()),
                    completion.version());
        }
    }

    @ReadingConverter
    private static final class LineToCompletion implements Converter<String, Completion> {
        @Override
        public Completion convert(String line) {
            String[] fields = line.split(" ");
            return new Completion(
                    fields[0],
                    fields[1],
                    Instant.parse(fields[2]),
                    Instant.parse(fields[3]),
                    Double.parseDouble(fields[4]),
                    fields[5]);
        }
    }

    /** As completions were written until 2026-11: read for as long as somebody has one. */
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
