package org.opora.documents.letters.application;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opora.api.text.Text;
import org.opora.documents.letters.domain.Sheet.Line;
import org.opora.documents.letters.domain.Sheet.Look;
import org.opora.documents.shared.Sentence;
import org.opora.documents.templates.domain.Catalogue;
import org.opora.documents.templates.domain.Nearest;
import org.opora.documents.templates.domain.TemplateFault;
import org.opora.documents.templates.domain.TemplateFault.Kind;
import org.opora.documents.templates.domain.TemplateFault.Part;
import org.opora.documents.templates.domain.Values;

/**
 * A letter as somebody types it: paragraphs parted by an empty line, items that begin with a dash,
 * fields in braces. An item that names a column of a list is written once for each row.
 */
final class Wording {
  private static final Pattern FIELD = Pattern.compile("\\{\\{\\s*([^{}\\n]+?)\\s*\\}\\}");
  private static final Pattern ITEM = Pattern.compile("[-–•*]\\s+(.*)");

  private record Block(Look look, String words) {}

  private final List<Block> blocks = new ArrayList<>();
  private final Set<String> names = new LinkedHashSet<>();
  private final List<Text> faults = new ArrayList<>();
  private final Catalogue catalogue;

  Wording(String words, Catalogue catalogue) {
    this.catalogue = catalogue;
    StringBuilder paragraph = new StringBuilder();
    for (String line : words.replace("\r\n", "\n").split("\n", -1)) {
      Matcher item = ITEM.matcher(line.strip());
      if (item.matches() || line.isBlank()) {
        close(paragraph);
      }
      if (item.matches()) {
        blocks.add(new Block(Look.ITEM, item.group(1)));
      } else if (!line.isBlank()) {
        paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line.strip());
      }
    }
    close(paragraph);
    for (int i = 0; i < blocks.size(); i++) {
      look(blocks.get(i), i + 1);
    }
  }

  private void close(StringBuilder paragraph) {
    if (!paragraph.isEmpty()) {
      blocks.add(new Block(Look.PARAGRAPH, paragraph.toString()));
      paragraph.setLength(0);
    }
  }

  private void look(Block block, int number) {
    Set<String> lists = new LinkedHashSet<>();
    Matcher field = FIELD.matcher(block.words());
    while (field.find()) {
      String name = field.group(1);
      names.add(name);
      String list = catalogue.listOf(name);
      if (list == null && !catalogue.fields().contains(name)) {
        String nearest = Nearest.to(name, catalogue.names());
        fault(nearest.isEmpty() ? Kind.UNKNOWN : Kind.MISSPELT, number, name, nearest);
      } else if (list != null && block.look() != Look.ITEM) {
        faults.add(Sentence.text("letter.list-outside", number, name));
      } else if (list != null) {
        lists.add(list);
      }
    }
    if (lists.size() > 1) {
      faults.add(Sentence.text("letter.two-lists", number, String.join(", ", lists)));
    }
    String rest = FIELD.matcher(block.words()).replaceAll("");
    if (rest.contains("{{") || rest.contains("}}")) {
      int at = Math.max(rest.indexOf("{{"), rest.indexOf("}}"));
      fault(Kind.BRACES, number, rest.substring(at), "");
    }
  }

  private void fault(Kind kind, int number, String found, String nearest) {
    faults.add(new TemplateFault(kind, Part.BODY, 0, number, found, nearest).text());
  }

  /** Everything that is wrong; a sentence each. */
  List<Text> faults() {
    return faults;
  }

  Set<String> names() {
    return names;
  }

  List<Line> lines(Values values) {
    List<Line> lines = new ArrayList<>();
    for (Block block : blocks) {
      String list = list(block);
      if (list == null) {
        lines.add(new Line(block.look(), written(block, values::value)));
      } else {
        values
            .rows(list)
            .forEach(
                row ->
                    lines.add(
                        new Line(
                            block.look(),
                            written(
                                block,
                                name ->
                                    list.equals(catalogue.listOf(name))
                                        ? row.get(name.substring(list.length() + 1))
                                        : values.value(name)))));
      }
    }
    return lines;
  }

  private String list(Block block) {
    return FIELD
        .matcher(block.words())
        .results()
        .map(field -> catalogue.listOf(field.group(1)))
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Values are words: nothing in them is read as a field. */
  private static String written(Block block, Function<String, String> values) {
    return FIELD
        .matcher(block.words())
        .replaceAll(
            field -> {
              String value = values.apply(field.group(1));
              return Matcher.quoteReplacement(value == null ? "" : value);
            });
  }
}
