package dev.fieldcert.badge.certificate;

import com.google.zxing.common.BitMatrix;
import dev.fieldcert.badge.picture.Lettering;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;

/** One A4 landscape page with tags, so that a screen reader can read it in order. */
final class TaggedPage implements AutoCloseable {

    private static final float WIDTH = PDRectangle.A4.getHeight();
    private static final float HEIGHT = PDRectangle.A4.getWidth();

    private final PDPage page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
    private final PDPageContentStream content;
    private final PDStructureTreeRoot tree = new PDStructureTreeRoot();
    private final PDStructureElement root = new PDStructureElement("Document", tree);
    private final COSArray owners = new COSArray();
    private final Map<Type, PDFont> fonts = new EnumMap<>(Type.class);

    TaggedPage(PDDocument document) throws IOException {
        document.addPage(page);
        for (Type type : Type.values()) {
            try (InputStream stream = Lettering.open(type.file)) {
                fonts.put(type, PDType0Font.load(document, stream, true));
            }
        }
        tree.appendKid(root);
        document.getDocumentCatalog().setStructureTreeRoot(tree);
        PDMarkInfo graded = new PDMarkInfo();
        graded.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(graded);
        page.setStructParents(0);
        content = new PDPageContentStream(document, page);
    }

    /** @param tag PDF structure tag: P, H1 or H2 */
    void text(String tag, String text, Type type, float size, float x, float y, Color color) throws IOException {
        String drawable = type.lettering.drawable(text);
        begin(tag, null);
        content.beginText();
        content.setNonStrokingColor(color);
        content.setFont(fonts.get(type), size);
        content.newLineAtOffset(x, y);
        content.showText(drawable);
        content.endText();
        content.endMarkedContent();
    }

    /** A line of text with a link to an address. */
    void link(String text, String address, Type type, float size, float x, float y, Color color) throws IOException {
        text("P", text, type, size, x, y, color);
        PDActionURI action = new PDActionURI();
        action.setURI(address);
        PDBorderStyleDictionary none = new PDBorderStyleDictionary();
        none.setWidth(0);
        PDAnnotationLink link = new PDAnnotationLink();
        link.setAction(action);
        link.setContents(text);
        link.setBorderStyle(none);
        link.setRectangle(new PDRectangle(x, y - size * 0.3f, (float) type.lettering.width(text, size), size * 1.3f));
        page.getAnnotations().add(link);
    }

    void picture(PDImageXObject image, float x, float y, float size, String inWords) throws IOException {
        begin("Figure", inWords);
        content.drawImage(image, x, y, size, size);
        content.endMarkedContent();
    }

    /** Draws a QR symbol as squares, so that it is sharp at any size. */
    void symbol(BitMatrix modules, float x, float y, float size, String inWords) throws IOException {
        begin("Figure", inWords);
        float module = size / modules.getWidth();
        content.setNonStrokingColor(Color.BLACK);
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int column = 0; column < modules.getWidth(); column++) {
                if (modules.get(column, row)) {
                    content.addRect(x + column * module, y + size - (row + 1) * module, module, module);
                }
            }
        }
        content.fill();
        content.endMarkedContent();
    }

    void frame(float inset, float width, Color color) throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        content.setStrokingColor(color);
        content.setLineWidth(width);
        content.addRect(inset, inset, WIDTH - 2 * inset, HEIGHT - 2 * inset);
        content.stroke();
        content.endMarkedContent();
    }

    void line(float from, float y, float to, Color color) throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        content.setStrokingColor(color);
        content.setLineWidth(0.5f);
        content.moveTo(from, y);
        content.lineTo(to, y);
        content.stroke();
        content.endMarkedContent();
    }

    private void begin(String tag, String inWords) throws IOException {
        int number = owners.size();
        PDStructureElement element = new PDStructureElement(tag, root);
        element.setPage(page);
        element.setAlternateDescription(inWords);
        element.getCOSObject().setItem(COSName.K, COSInteger.get(number));
        root.appendKid(element);
        owners.add(element.getCOSObject());
        COSDictionary properties = new COSDictionary();
        properties.setInt(COSName.MCID, number);
        content.beginMarkedContent(
                COSName.getPDFName(tag),
                org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList.create(properties));
    }

    @Override
    public void close() throws IOException {
        content.close();
        PDNumberTreeNode parents = new PDNumberTreeNode(PDParentTreeValue.class);
        parents.setNumbers(Map.of(0, new PDParentTreeValue(owners)));
        tree.setParentTree(parents);
        tree.setParentTreeNextKey(1);
    }
}
