package app.lunaria.testkit.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * One document: what it links to, names and shows.
 *
 * @param file where it is
 * @param place the same below the root of the checkout, for messages
 * @param text as it is written
 */
public record Document(Path file, String place, String text) {
  private static final Parser PARSER =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();

  static Document read(Path root, Path file) {
    try {
      return new Document(file, root.relativize(file).toString(), Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * A link.
   *
   * @param words its text, without the marks of code
   * @param target as it is written
   * @param place file and line, for messages
   */
  public record Reference(String words, String target, String place) {}

  /**
   * A block of code.
   *
   * @param kind the word behind the fence; empty if there is none, or no fence
   * @param content its lines
   * @param place file and line, for messages
   */
  public record Block(String kind, String content, String place) {}

  /**
   * A few words marked as code.
   *
   * @param place file and line, for messages
   */
  public record Name(String text, String place) {}

  /** Its links, in order. */
  public List<Reference> references() {
    List<Reference> found = new ArrayList<>();
    visit(
        new AbstractVisitor() {
          @Override
          public void visit(Link link) {
            found.add(new Reference(words(link), link.getDestination(), placeOf(link)));
            visitChildren(link);
          }
        });
    return found;
  }

  /** Its blocks of code, in order. */
  public List<Block> blocks() {
    List<Block> found = new ArrayList<>();
    visit(
        new AbstractVisitor() {
          @Override
          public void visit(FencedCodeBlock block) {
            found.add(new Block(block.getInfo(), block.getLiteral(), placeOf(block)));
          }

          @Override
          public void visit(IndentedCodeBlock block) {
            found.add(new Block("", block.getLiteral(), placeOf(block)));
          }
        });
    return found;
  }

  /** What is marked as code inside its sentences, in order. */
  public List<Name> names() {
    List<Name> found = new ArrayList<>();
    visit(
        new AbstractVisitor() {
          @Override
          public void visit(Code code) {
            found.add(new Name(code.getLiteral(), placeOf(code)));
          }
        });
    return found;
  }

  /** The names by which its headings are linked to, as code hosts make them. */
  public List<String> anchors() {
    List<String> found = new ArrayList<>();
    visit(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            String kept =
                words(heading).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "");
            found.add(kept.replace(' ', '-'));
          }
        });
    return found;
  }

  private void visit(AbstractVisitor visitor) {
    PARSER.parse(text).accept(visitor);
  }

  private String placeOf(Node node) {
    int line = node.getSourceSpans().stream().findFirst().map(SourceSpan::getLineIndex).orElse(-1);
    return place + ":" + (line + 1);
  }

  private static String words(Node of) {
    StringBuilder words = new StringBuilder();
    of.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            words.append(code.getLiteral());
          }
        });
    return words.toString();
  }
}
