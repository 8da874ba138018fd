package dev.fieldcert.web;

import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * The public pages: no scripts, one style sheet, no external resources, hidden from search engines. Templates escape
 * everything they are given.
 */
final class Pages {

    private static final TemplateEngine ENGINE = engine();

    private Pages() {}

    private static TemplateEngine engine() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver(Pages.class.getClassLoader());
        templates.setPrefix("badge/pages/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        return engine;
    }

    static String render(String template, Map<String, Object> facts) {
        return ENGINE.process(template, new Context(Locale.ENGLISH, facts));
    }
}
