package dev.fieldcert.slack.blockkit;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/** Writes one CommonMark document as Slack's mrkdwn. Tables become labeled lines, because mrkdwn has no tables. */
final class MrkdwnWriter extends AbstractVisitor {

    private StringBuilder out = new StringBuilder();
    private int depth;

    String result() {
        return out.toString().strip();
    }

    private String inside(Node node) {
        StringBuilder outer = out;
        out = new StringBuilder();
        visitChildren(node);
        String inner = out.toString();
        out = outer;
        return inner;
    }

    @Override
    public void visit(Text text) {
        out.append(Mrkdwn.literal(text.getLiteral()));
    }

    @Override
    public void visit(StrongEmphasis strong) {
        marked(strong, '*');
    }

    @Override
    public void visit(Emphasis emphasis) {
        marked(emphasis, '_');
    }

    /**
     * Slack does not treat a mark next to a letter as formatting, so a zero-width space separates them. This is needed
     * for languages such as Japanese that have no spaces between words.
     */
    private void marked(Node node, char mark) {
        boolean afterLetter = out.length() > 0 && Character.isLetterOrDigit(out.codePointBefore(out.length()));
        out.append(afterLetter ? Mrkdwn.NOTHING : "")
                .append(mark)
                .append(inside(node))
                .append(mark);
        boolean beforeLetter = node.getNext() instanceof Text next
                && !next.getLiteral().isEmpty()
                && Character.isLetterOrDigit(next.getLiteral().codePointAt(0));
        out.append(beforeLetter ? Mrkdwn.NOTHING : "");
    }

    @Override
    public void visit(Code code) {
        out.append('`').append(Mrkdwn.escape(code.getLiteral())).append('`');
    }

    @Override
    public void visit(Link link) {
        String to = link.getDestination();
        if (!to.matches("(?i)(?:https?://|mailto:)\\S+")) {
            out.append(inside(link));
            return;
        }
        out.append('<')
                .append(to.replace("|", "%7C").replace("<", "%3C").replace(">", "%3E"))
                .append('|')
                .append(inside(link).replace("|", "¦"))
                .append('>');
    }

    @Override
    public void visit(Image image) {
        out.append(inside(image));
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        out.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        out.append('\n');
    }

    @Override
    public void visit(Paragraph paragraph) {
        visitChildren(paragraph);
        out.append(paragraph.getParent() instanceof ListItem ? "\n" : "\n\n");
    }

    @Override
    public void visit(Heading heading) {
        out.append('*').append(inside(heading)).append("*\n");
    }

    @Override
    public void visit(BulletList list) {
        items(list, -1);
    }

    @Override
    public void visit(OrderedList list) {
        items(list, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber());
    }

    private void items(Node list, int number) {
        depth++;
        int next = number;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            out.append("    ".repeat(depth - 1)).append(number < 0 ? "• " : next++ + ". ");
            out.append(inside(item).strip()).append('\n');
        }
        depth--;
        if (depth == 0) {
            out.append('\n');
        }
    }

    @Override
    public void visit(BlockQuote quote) {
        inside(quote)
                .strip()
                .lines()
                .forEach(line -> out.append("> ").append(line).append('\n'));
        out.append('\n');
    }

    @Override
    public void visit(FencedCodeBlock code) {
        preformatted(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        preformatted(code.getLiteral());
    }

    private void preformatted(String text) {
        out.append("```\n").append(Mrkdwn.escape(text.stripTrailing())).append("\n```\n\n");
    }

    @Override
    public void visit(HtmlInline html) {
        out.append(Mrkdwn.escape(html.getLiteral()));
    }

    @Override
    public void visit(HtmlBlock html) {
        out.append(Mrkdwn.escape(html.getLiteral())).append("\n\n");
    }

    @Override
    public void visit(ThematicBreak thematicBreak) {
        out.append("———\n\n");
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock) {
            out.append(Table.lines(rows(block))).append("\n\n");
        } else {
            visitChildren(block);
        }
    }

    private List<List<String>> rows(Node table) {
        List<List<String>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row instanceof TableRow; row = row.getNext()) {
                List<String> cells = new ArrayList<>();
                for (Node cell = row.getFirstChild(); cell instanceof TableCell; cell = cell.getNext()) {
                    cells.add(inside(cell));
                }
                rows.add(cells);
            }
        }
        return rows;
    }
}
