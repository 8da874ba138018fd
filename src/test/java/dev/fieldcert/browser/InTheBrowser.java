package dev.fieldcert.browser;

import dev.fieldcert.conversation.AnswerKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;

/** What tests in a browser share: FieldCert in local mode, and a page of it open; skipped where there is no browser. */
abstract class InTheBrowser {

    @TempDir
    Path folder;

    private final int width;
    private final int height;

    LocalFieldCert fieldCert;
    ChromeDriver browser;
    Visitor visitor;
    AnswerKey key;

    InTheBrowser(int width, int height) {
        this.width = width;
        this.height = height;
    }

    @BeforeEach
    final void open() throws IOException {
        Chromium.assumeInstalled();
        fieldCert = LocalFieldCert.start(folder.resolve("data"));
        key = fieldCert.answerKey();
        browser = Chromium.open(folder.resolve("profile"), width, height);
        if (width < 500) {
            asAPhone(width, height);
        }
        visitor = new Visitor(browser, fieldCert.workspace().base(), fieldCert::settle);
    }

    @AfterEach
    final void close() {
        if (browser != null) {
            browser.quit();
        }
        if (fieldCert != null) {
            fieldCert.close();
        }
    }

    final void asAPhone(int width, int height) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 2, "mobile", true));
    }

    /** @param scheme {@code light} or {@code dark} */
    final void prefers(String scheme) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }
}
