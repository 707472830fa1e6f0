package org.opora.documents.templates.application;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.opora.api.text.Text;
import org.opora.documents.content.application.OfficePackages;
import org.opora.documents.content.domain.ContentFault;
import org.opora.documents.content.domain.ContentKind;
import org.opora.documents.content.domain.Contents;
import org.opora.documents.templates.application.Stories.Story;
import org.opora.documents.templates.domain.Catalogue;
import org.opora.documents.templates.domain.Nearest;
import org.opora.documents.templates.domain.TemplateFault;
import org.opora.documents.templates.domain.TemplateFault.Kind;
import org.opora.documents.templates.domain.TemplateFault.Part;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Looks through a template when it is brought in and says everything that is wrong with it at once,
 * so that nothing is left to fail when a letter is written.
 */
public final class TemplateCheck {
  /** Bytes of the largest template. */
  public static final int LARGEST = 5 << 20;

  /** Bytes of all parts together, and of one that is read as a tree. */
  private static final long MOST_UNPACKED = 24L << 20;

  private static final int MOST_STORY = 2 << 20;
  private static final int MANY = 500;
  private static final int LONGEST_NAME = 100;

  private final Contents contents = new Contents(new OfficePackages(MOST_UNPACKED), LARGEST);
  private final Catalogue catalogue;

  public TemplateCheck(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * @param template there when nothing is wrong
   * @param why no document of Word, as a sentence; null unless that is what is wrong
   */
  public record Checked(Optional<Template> template, List<TemplateFault> faults, Text why) {}

  public Checked check(byte[] file) {
    try {
      ContentKind kind = contents.take(file).kind();
      if (kind != ContentKind.DOCX) {
        return none(null);
      }
      return parts(Package.parts(file));
    } catch (ContentFault outside) {
      return none(outside.text());
    } catch (IOException broken) {
      return none(new ContentFault(ContentFault.Reason.DAMAGED, broken).text());
    }
  }

  private static Checked none(Text why) {
    TemplateFault fault = new TemplateFault(Kind.NOT_DOCX, Part.WHOLE, 0, 0, "", "");
    return new Checked(Optional.empty(), List.of(fault), why);
  }

  private Checked parts(Map<String, byte[]> parts) throws IOException {
    if (!parts.containsKey(Stories.TYPES)) {
      return none(null);
    }
    Map<String, String> types = Stories.types(parts);
    if (parts.entrySet().stream().anyMatch(part -> tooLarge(part, types))) {
      return none(new ContentFault(ContentFault.Reason.BOMB).text());
    }
    List<TemplateFault> faults = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    Map<String, Story> stories = Stories.of(parts);
    if (parts.keySet().stream().anyMatch(name -> name.startsWith("_xmlsignatures/"))) {
      faults.add(new TemplateFault(Kind.SIGNED, Part.WHOLE, 0, 0, "", ""));
    }
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      Story story = stories.get(part.getKey());
      if (story != null) {
        story(story, Xml.read(part.getValue()), faults, names);
      } else if (xml(part.getKey(), types)) {
        Element root = Xml.read(part.getValue()).getDocumentElement();
        faults.addAll(new Aside(part.getKey(), root).faults());
      }
    }
    faults = new ArrayList<>(new LinkedHashSet<>(faults));
    Optional<Template> template =
        faults.isEmpty()
            ? Optional.of(new Template(Cleared.of(parts), stories.keySet(), names, catalogue))
            : Optional.empty();
    return new Checked(template, List.copyOf(faults), null);
  }

  /** By its name, or because the document says so of it. */
  private static boolean xml(String name, Map<String, String> types) {
    return name.toLowerCase(Locale.ROOT).matches(".*\\.(xml|rels)")
        || types.getOrDefault(name, "").endsWith("+xml");
  }

  private static boolean tooLarge(Map.Entry<String, byte[]> part, Map<String, String> types) {
    return xml(part.getKey(), types) && part.getValue().length > MOST_STORY;
  }

  private void story(Story story, Document part, List<TemplateFault> faults, Set<String> names) {
    Element root = part.getDocumentElement();
    Scan scan = Scan.of(root);
    Place place = new Place(story, scan.paragraphs());
    for (Scan.Trouble trouble : scan.troubles()) {
      faults.add(place.fault(trouble.kind(), trouble.paragraph(), trouble.found(), ""));
    }
    for (Field field : scan.fields()) {
      names.add(field.name());
      known(field, place, faults);
    }
    Map<Element, Set<String>> rows = new Rows(catalogue).of(scan.fields());
    rows.forEach((row, lists) -> row(row, lists, rows.keySet(), place, faults));
  }

  private void known(Field field, Place place, List<TemplateFault> faults) {
    String name = field.name();
    String list = catalogue.listOf(name);
    if (list != null) {
      if (Xml.around(field.paragraph(), "tr") == null) {
        faults.add(place.fault(Kind.LIST_OUTSIDE, field.paragraph(), name, list));
      }
    } else if (!catalogue.fields().contains(name)) {
      boolean sought = name.length() <= LONGEST_NAME && faults.size() < MANY;
      String nearest = sought ? Nearest.to(name, catalogue.names()) : "";
      Kind kind = nearest.isEmpty() ? Kind.UNKNOWN : Kind.MISSPELT;
      faults.add(place.fault(kind, field.paragraph(), name, nearest));
    }
  }

  private static void row(
      Element row, Set<String> lists, Set<Element> rows, Place place, List<TemplateFault> faults) {
    Element paragraph = Xml.all(row, "p").get(0);
    String named = String.join(", ", lists);
    if (lists.size() > 1) {
      faults.add(place.fault(Kind.TWO_LISTS, paragraph, named, ""));
    }
    for (Element outer = Xml.around(row, "tr"); outer != null; outer = Xml.around(outer, "tr")) {
      if (rows.contains(outer)) {
        faults.add(place.fault(Kind.LIST_IN_LIST, paragraph, named, ""));
      }
    }
    if (Rows.holds(row)) {
      faults.add(place.fault(Kind.ROW_HOLDS, paragraph, named, ""));
    }
  }

  /** Numbers the paragraphs of a story as whoever wrote it counts them. */
  private static final class Place {
    private final Story story;
    private final Map<Element, Integer> numbers = new IdentityHashMap<>();

    Place(Story story, List<Element> paragraphs) {
      this.story = story;
      paragraphs.forEach(paragraph -> numbers.put(paragraph, numbers.size() + 1));
    }

    TemplateFault fault(Kind kind, Element paragraph, String found, String nearest) {
      int number = paragraph == null ? 0 : numbers.get(paragraph);
      return new TemplateFault(kind, story.part(), story.number(), number, found, nearest);
    }
  }
}
