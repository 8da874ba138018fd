package dev.fieldcert.slack.blockkit;

import com.slack.api.model.block.ImageBlock;
import com.slack.api.model.block.composition.SlackFileObject;
import com.slack.api.model.block.element.ImageElement;

/**
 * A picture that Slack can show.
 *
 * @param file Slack's id of the file; null if the picture is at an address
 * @param url the picture's public address; null if it is a file
 */
public record Picture(String file, String url, String altText) {

    public ImageBlock block() {
        return ImageBlock.builder()
                .slackFile(slackFile())
                .imageUrl(url)
                .altText(altText)
                .build();
    }

    public ImageElement element() {
        return ImageElement.builder()
                .slackFile(slackFile())
                .imageUrl(url)
                .altText(altText)
                .build();
    }

    private SlackFileObject slackFile() {
        return file == null ? null : SlackFileObject.builder().id(file).build();
    }
}
