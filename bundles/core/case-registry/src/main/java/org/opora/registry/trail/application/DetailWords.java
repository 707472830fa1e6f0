package org.opora.registry.trail.application;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opora.api.access.TrailReader.Line;
import org.opora.api.access.TrailReader.Outcome;
import org.opora.api.text.Text;
import org.opora.registry.shared.application.Refusals;

/**
 * Details of the trail in words. A detail is made of codes and keys, such as {@code
 * staff=<key>;until=2026-05-04}. What a key belongs to is named as far as whoever asks may see it;
 * otherwise the words tell only what kind of thing it is. What has no words is left out.
 */
public final class DetailWords {
  private static final String DETAIL = "detail.";

  /** Codes whose words stand elsewhere, behind one of these. */
  private static final Map<String, List<String>> CODES =
      Map.ofEntries(
          Map.entry("alone", List.of("detail.answer.")),
          Map.entry("demanded", List.of("detail.answer.")),
          Map.entry("figure", List.of("figure.")),
          Map.entry("from", List.of("inquiry.state.")),
          Map.entry("ground", List.of("why.ground.")),
          Map.entry("keeps", List.of("detail.keeps.")),
          Map.entry("kind", List.of("competence.", "disposal.kind.")),
          Map.entry("list", List.of("choices.")),
          Map.entry("outcome", List.of("trail.outcome.")),
          Map.entry("reach", List.of("roles.reach.")),
          Map.entry("reason", List.of("emergency.reason.")),
          Map.entry("second-factor", List.of("detail.answer.")),
          Map.entry("to", List.of("inquiry.state.")),
          Map.entry("verdict", List.of("emergency.verdict.")));

  private static final Set<String> WRITTEN =
      TextKeys.in("trail", "roles", "emergency", "intake", "staff", "choices");

  private static final Pattern KEY =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");

  private final ActWords acts;

  public DetailWords(ActWords acts) {
    this.acts = acts;
  }

  /** How things are called, for one viewer. */
  interface Names {
    /** Empty when the viewer may not see it, or nothing is called so. */
    Optional<Object> of(String key, UUID thing);

    /** A text or a wording; null when there is no such role. */
    Object role(String id);

    /** Whether the viewer may know that a wall was the reason. */
    boolean walls();
  }

  /** The keys that stand in a detail, each with what it is called there. */
  static Stream<Map.Entry<String, UUID>> keys(String detail) {
    return parts(detail)
        .map(part -> part.split("=", 2))
        .filter(part -> part.length == 2 && KEY.matcher(part[1]).matches())
        .map(part -> Map.entry(part[0], UUID.fromString(part[1])));
  }

  private static Stream<String> parts(String detail) {
    return detail == null ? Stream.of() : Arrays.stream(detail.split(";"));
  }

  /** Null when there is nothing to say. */
  Text text(Line line, Names names) {
    return parts(line.detail())
        .filter(part -> !part.isBlank())
        .map(part -> part(line, part, names))
        .filter(Objects::nonNull)
        .reduce((before, after) -> Refusals.text("detail.and", before, after))
        .orElse(null);
  }

  private Text part(Line line, String part, Names names) {
    int equals = part.indexOf('=');
    if (equals < 0) {
      return line.outcome() == Outcome.DENIED
          ? refusal(part, names)
          : bare(line.act(), part.split(" "));
    }
    String key = part.substring(0, equals);
    String value = part.substring(equals + 1);
    if (KEY.matcher(value).matches()) {
      return names
          .of(key, UUID.fromString(value))
          .map(name -> valued(key + "-whom", key, name))
          .orElseGet(() -> thing(line.act(), key));
    }
    LocalDate day = day(value);
    if (day != null) {
      return valued(key + "-day", key, day);
    }
    return NUMBER.matcher(value).matches() ? valued(key, key, value) : coded(key, value, names);
  }

  /** Nothing where the act has said already what it is about. */
  private Text thing(String act, String key) {
    return acts.topicCalled(key).filter(acts.topic(act)::equals).isPresent() ? null : kind(key);
  }

  private static Text kind(String key) {
    return WRITTEN.contains(DETAIL + key) ? Refusals.text(DETAIL + key) : null;
  }

  /** Under the first of both that is called something. */
  private static Text valued(String first, String otherwise, Object value) {
    Text kind = kind(first) == null ? kind(otherwise) : kind(first);
    return kind == null ? null : Refusals.text("detail.valued", kind, value);
  }

  private Text coded(String key, String value, Names names) {
    Object said =
        switch (key) {
          case "role", "roles", "like" -> listed(value.split("\\+"), names::role);
          case "permission" -> acts.known(value) ? acts.text(value) : null;
          case "topic" -> acts.isTopic(value) ? acts.topicText(value) : null;
          case "format" -> value.toUpperCase(Locale.ROOT);
          default -> listed(value.split(","), code -> written(key, code));
        };
    return said == null ? kind(key) : valued(key + "-state", key, said);
  }

  /** Null unless all of them are called something. */
  private static Object listed(String[] codes, Function<String, Object> called) {
    Object all = null;
    for (String code : codes) {
      Object one = called.apply(code);
      if (one == null) {
        return null;
      }
      all = all == null ? one : Refusals.text("detail.list-of", all, one);
    }
    return all;
  }

  private static Text written(String key, String code) {
    return CODES.getOrDefault(key, List.of()).stream()
        .map(prefix -> prefix + code)
        .filter(WRITTEN::contains)
        .findFirst()
        .map(Refusals::text)
        .orElse(null);
  }

  private static Text refusal(String reason, Names names) {
    return kind("denied." + (reason.equals("wall") && !names.walls() ? "no-relation" : reason));
  }

  /** What was written before details had names, and codes that stand alone. */
  private static Text bare(String act, String[] words) {
    String last = words[words.length - 1];
    if (act.startsWith("module.") && words.length > 1) {
      Text module = Refusals.text("detail.module", words[0], words[1]);
      Text door = words.length > 2 ? kind("door." + words[2].toUpperCase(Locale.ROOT)) : null;
      return door == null ? module : Refusals.text("detail.and", module, door);
    }
    return switch (act) {
      case "backup.made" -> Refusals.text("detail.backup", words[0]);
      case "keys.sheet", "keys.renew" -> Refusals.text("detail.key-number", last);
      default -> kind("word." + last);
    };
  }

  private static LocalDate day(String value) {
    try {
      return value.length() == 10 ? LocalDate.parse(value) : null;
    } catch (DateTimeException none) {
      return null;
    }
  }
}
