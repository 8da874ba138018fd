package dev.fieldcert.slack.blockkit;

import com.slack.api.model.block.ImageBlock;
import com.slack.api.model.block.composition.SlackFileObject;
import com.slack.api.model.block.element.ImageElement;

/**
 * A picture that Slack can show.
 *
 * @param file Slack's id of it; null when it has an address
 * @param url its public address; null when it is a file
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
