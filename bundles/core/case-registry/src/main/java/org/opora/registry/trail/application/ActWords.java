package org.opora.registry.trail.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Permission;
import org.opora.api.module.Modules;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Acts of the trail in words: what it was about, and what was done. An act is the code of a use
 * case ({@code visit.amended}), a permission that was refused ({@code registry.visit.read}), or a
 * door ({@code GET /files/{file}/visits}). The code says both; here are only those that say it
 * otherwise than the words are called. Of a module the words are its own ({@link PartWords}).
 */
@Component(service = ActWords.class)
public final class ActWords {
  private static final String TOPIC = "act.topic.";
  private static final String DOING = "act.doing.";
  private static final String OTHER = "other";
  private static final String HIDDEN = "whereabouts";

  private static final Pattern DOOR = Pattern.compile("(GET|POST) (/.*)");

  /** Acts whose code names neither topic nor doing: both, divided by a blank. */
  private static final Map<String, String> WHOLE =
      Map.ofEntries(
          Map.entry("access.audit", "trail read"),
          Map.entry("access.audit-technical", "trail read"),
          Map.entry("access.audit-verify", "trail verify"),
          Map.entry("registry.read", "people read"),
          Map.entry("registry.write", "people write"),
          Map.entry("registry.archive", "archive archive"),
          Map.entry("registry.whereabouts", "whereabouts read"),
          Map.entry("registry.import", "import manage"),
          Map.entry("registry.export.confirm", "long-list confirm"),
          Map.entry("access.walls-confirm", "wall confirm"),
          Map.entry("operations.modules", "module manage"),
          Map.entry("operations.health", "health read"));

  /** Places and prefixes that are called otherwise than their topic. */
  private static final Map<String, String> CALLED =
      Map.ofEntries(
          Map.entry("absences", "staff"),
          Map.entry("addresses", "person"),
          Map.entry("addressees", "authority"),
          Map.entry("adults", "carer"),
          Map.entry("agreements", "agreement"),
          Map.entry("aims", "aim"),
          Map.entry("amendments", "agreement"),
          Map.entry("audit", "trail"),
          Map.entry("authorities", "authority"),
          Map.entry("balances", "opening-balance"),
          Map.entry("carers", "carer"),
          Map.entry("checks", "staff"),
          Map.entry("child-notes", "note"),
          Map.entry("competences", "staff"),
          Map.entry("complaints", "complaint"),
          Map.entry("conflicts", "staff"),
          Map.entry("counts", "count"),
          Map.entry("course", "course-report"),
          Map.entry("criteria", "standards"),
          Map.entry("data-requests", "data-request"),
          Map.entry("deliveries", "delivery"),
          Map.entry("directory", "body"),
          Map.entry("disposals", "intake"),
          Map.entry("documents", "document"),
          Map.entry("doubts", "doubt"),
          Map.entry("drafts", "draft"),
          Map.entry("exports", "long-list"),
          Map.entry("figures", "intake"),
          Map.entry("files", "file"),
          Map.entry("find", "search"),
          Map.entry("handovers", "handover"),
          Map.entry("households", "household"),
          Map.entry("incidents", "incident"),
          Map.entry("inquiries", "inquiry"),
          Map.entry("inspections", "inspection"),
          Map.entry("invitation", "access"),
          Map.entry("ledgers", "ledger"),
          Map.entry("letters", "document"),
          Map.entry("lock", "access"),
          Map.entry("measures", "standards"),
          Map.entry("meetings", "calendar"),
          Map.entry("modules", "module"),
          Map.entry("my-sign-in", "access"),
          Map.entry("notes", "note"),
          Map.entry("override", "overrides"),
          Map.entry("openings", "opening"),
          Map.entry("packages", "module"),
          Map.entry("people", "person"),
          Map.entry("placements", "placement"),
          Map.entry("plans", "plan"),
          Map.entry("post", "letter"),
          Map.entry("posts", "staff"),
          Map.entry("proposals", "agreement"),
          Map.entry("reach", "outreach"),
          Map.entry("reports", "statistics"),
          Map.entry("requests", "request"),
          Map.entry("rounds", "standards"),
          Map.entry("rules", "rule"),
          Map.entry("seals", "wall"),
          Map.entry("secrecy", "whereabouts"),
          Map.entry("series", "calendar"),
          Map.entry("services", "service"),
          Map.entry("set-up", "access"),
          Map.entry("sign-in", "access"),
          Map.entry("sign-ins", "access"),
          Map.entry("sign-out", "access"),
          Map.entry("stages", "stage"),
          Map.entry("tablet", "access"),
          Map.entry("tablets", "access"),
          Map.entry("tasks", "task"),
          Map.entry("templates", "template"),
          Map.entry("training", "staff"),
          Map.entry("unsent", "draft"),
          Map.entry("views", "child-view"),
          Map.entry("visits", "visit"),
          Map.entry("walls", "wall"));

  private final Set<String> topics;
  private final Set<String> doings;
  private final PartWords parts;

  @Activate
  public ActWords(@Reference Messages messages, @Reference Modules modules) {
    parts = new PartWords(messages, modules);
    Set<String> texts = TextKeys.in("trail");
    topics = named(texts, TOPIC);
    doings = named(texts, DOING);
  }

  private static Set<String> named(Set<String> texts, String prefix) {
    return texts.stream()
        .filter(key -> key.startsWith(prefix))
        .map(key -> key.substring(prefix.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Everything an act can be about: what the house knows, and the modules of this centre. */
  public List<String> topics() {
    return Stream.concat(topics.stream(), parts.all().stream()).toList();
  }

  public boolean isTopic(String code) {
    return topics.contains(code) || parts.all().contains(code);
  }

  public Text topicText(String topic) {
    return topics.contains(topic) ? Refusals.text(TOPIC + topic) : parts.title(topic);
  }

  /** What the act was about. */
  public String topic(String act) {
    Optional<String> part = parts.of(act);
    return part.isPresent() ? part.get() : words(act).get(0);
  }

  /** Whether there are words for all of it. */
  public boolean known(String act) {
    return parts.of(act).isPresent() ? partly(act).isPresent() : housely(act).isPresent();
  }

  /**
   * The act in words; of a module that is not here, that it was another act. The trail keeps codes
   * alone, so it stays readable when the words of a part went with it.
   */
  public Text text(String act) {
    Optional<String> part = parts.of(act);
    if (part.isPresent()) {
      return said(parts.title(part.get()), partly(act).orElseGet(() -> doing(OTHER)));
    }
    List<String> words = words(act);
    return said(
        words.get(0).equals(OTHER) && !DOOR.matcher(act).matches()
            ? parts.title(PartWords.named(act))
            : topicText(words.get(0)),
        doing(words.get(1)));
  }

  /**
   * The same for the person whose records it was about. One whose whereabouts are kept from
   * somebody is hidden from whoever reads it, too: the rows name both, and neither is told what it
   * was about.
   */
  Text told(String act) {
    return topic(act).equals(HIDDEN)
        ? said(topicText("person"), doing(words(act).get(1)))
        : text(act);
  }

  private List<String> words(String act) {
    return housely(act).orElse(List.of(topicOrOther(act), OTHER));
  }

  private static Text said(Text topic, Text doing) {
    return Refusals.text("act.words", topic, doing);
  }

  private static Text doing(String code) {
    return Refusals.text(DOING + code);
  }

  /** What was done in a part: at its doors, in its own words, or by a permission of it. */
  private Optional<Text> partly(String act) {
    Matcher door = DOOR.matcher(act);
    if (door.matches()) {
      return Optional.of(doing(at(door.group(1), door.group(2))));
    }
    return parts
        .doing(act)
        .or(
            () ->
                Optional.of(PartWords.last(act))
                    .filter(Permission.EVERYWHERE::contains)
                    .map(ActWords::doing));
  }

  private String topicOrOther(String act) {
    return topicCalled(act.split("[. ]", 2)[0]).orElse(OTHER);
  }

  /** Topic and doing of what the house itself does; empty when there are no words for it. */
  private Optional<List<String>> housely(String act) {
    if (WHOLE.containsKey(act)) {
      return Optional.of(List.of(WHOLE.get(act).split(" ")));
    }
    Matcher door = DOOR.matcher(act);
    if (door.matches()) {
      return place(door.group(2)).map(topic -> List.of(topic, at(door.group(1), door.group(2))));
    }
    String code = act.startsWith("registry.") ? act.substring("registry.".length()) : act;
    String[] parts = code.split("\\.", 2);
    Optional<String> topic = topicCalled(parts[0]);
    String doing = parts.length == 2 ? parts[1].replace('.', '-') : "";
    return topic.filter(known -> doings.contains(doing)).map(known -> List.of(known, doing));
  }

  /** The last part of the path that has a topic is what the page is about. */
  private Optional<String> place(String path) {
    String topic = path.equals("/") ? "today" : null;
    for (String part : path.split("/")) {
      topic = topicCalled(part).orElse(topic);
    }
    return Optional.ofNullable(topic);
  }

  /** A topic by its code, or as a path, a permission or a detail calls it. */
  Optional<String> topicCalled(String word) {
    String topic = CALLED.getOrDefault(word, word);
    return topics.contains(topic) && !topic.equals(OTHER) ? Optional.of(topic) : Optional.empty();
  }

  private static String at(String method, String path) {
    if (path.endsWith("/export")) {
      return "door-export";
    }
    if (path.endsWith("/print") || path.endsWith("/paper")) {
      return "door-print";
    }
    return method.equals("POST") || path.endsWith("/new") || path.endsWith("/edit")
        ? "door-form"
        : "door-seen";
  }
}
