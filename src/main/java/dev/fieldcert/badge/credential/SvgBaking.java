package dev.fieldcert.badge.credential;

import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Puts a credential into an SVG and reads it (Open Badges 3.0, section 5.3.2). The credential is one element named
 * {@code openbadges:credential} right after the root's opening tag, with a JWS in its {@code verify} attribute or JSON
 * as its text.
 */
public final class SvgBaking {

    private static final String NAMESPACE = "https://purl.imsglobal.org/ob/v3p0";
    /** Matches a badge of Open Badges 1 and 2. */
    private static final Pattern EARLIER = Pattern.compile(
            "<(\\w+:)?assertion\\b[^>]*?\\bverify\\s*=\\s*[\"']([^\"']*)[\"']|xmlns(?::\\w+)?\\s*=\\s*[\"']https?://openbadges\\.org/?[\"']");

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int MAX_DEPTH = 100;
    private static final String DECLARATION = " xmlns:openbadges=\"" + NAMESPACE + "\">";
    private static final Pattern BAKED = Pattern.compile(
            Pattern.quote(DECLARATION)
                    + "(<openbadges:credential verify=\"[^\"]*+\"/>|<openbadges:credential>.*?</openbadges:credential>)",
            Pattern.DOTALL);

    /**
     * Matches an entity declaration, or a DOCTYPE with declarations. A DOCTYPE that only names a public standard, as
     * drawing programs write it, is allowed.
     */
    private static final Pattern DECLARES = Pattern.compile("<!ENTITY|<!DOCTYPE[^>\\[]*+\\[", Pattern.CASE_INSENSITIVE);

    private SvgBaking() {}

    /**
     * @param svg one of this project's own drawings, without a credential
     * @param credential compact JWS, or JSON with its proof
     */
    public static String bake(String svg, String credential) {
        int root = svg.indexOf("<svg");
        int end = svg.indexOf('>', root);
        if (root < 0 || end < 0 || svg.contains(NAMESPACE)) {
            throw new IllegalArgumentException("Not an SVG without a credential");
        }
        String element = credential.startsWith("{")
                ? "<openbadges:credential><![CDATA[" + credential.replace("]]>", "]]]]><![CDATA[>")
                        + "]]></openbadges:credential>"
                : "<openbadges:credential verify=\"" + credential + "\"/>";
        return svg.substring(0, end) + DECLARATION + element + svg.substring(end + 1);
    }

    /** Exactly reverses {@link #bake}; returns any other picture unchanged. */
    public static String strip(String svg) {
        return BAKED.matcher(svg).replaceFirst(">");
    }

    /**
     * Reads the credential from a picture; empty if there is none.
     *
     * @throws BakingRefused if the file is not a valid SVG, declares entities, or contains more than one credential
     */
    public static Optional<String> read(String svg) {
        if (DECLARES.matcher(svg).find()) {
            throw new BakingRefused("The picture declares entities of its own, which is not accepted.");
        }
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(svg));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new BakingRefused("The picture is not well-formed SVG.");
        }
    }

    /**
     * Returns the {@code verify} attribute of an Open Badges 1 or 2 badge in the SVG: an empty string if the badge has
     * no such attribute, {@code Optional.empty()} if there is no badge.
     */
    public static Optional<String> readEarlier(String svg) {
        if (!svg.contains("openbadges.org")) {
            return Optional.empty();
        }
        return EARLIER.matcher(svg)
                .results()
                .map(found -> found.group(2) == null ? "" : found.group(2))
                .reduce((one, other) -> one.isEmpty() ? other : one);
    }

    private static Optional<String> read(XMLStreamReader reader) throws XMLStreamException {
        String found = null;
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (depth == 0 && !SVG.equals(reader.getNamespaceURI())) {
                        throw new BakingRefused("This is XML, but not an SVG picture.");
                    }
                    if (++depth > MAX_DEPTH) {
                        throw new BakingRefused("The picture is nested more than " + MAX_DEPTH + " levels deep.");
                    }
                    if (NAMESPACE.equals(reader.getNamespaceURI())
                            && reader.getLocalName().equals("credential")) {
                        if (found != null) {
                            throw BakingRefused.moreThanOne();
                        }
                        String verify = reader.getAttributeValue(null, "verify");
                        String text = reader.getElementText().strip();
                        depth--;
                        found = verify != null && !verify.isBlank() ? verify.strip() : text;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // Text, comments and the like contain no credential.
                }
            }
        }
        return Optional.ofNullable(found).filter(text -> !text.isEmpty());
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing outside the picture is read");
        });
        return factory;
    }
}
