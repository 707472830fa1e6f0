package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.directory.application.BodiesDesk;
import org.opora.registry.directory.web.DirectoryRoutes;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.web.PageHouse;
import org.opora.testkit.OnEveryDatabase;

/**
 * What programs have stumbled over is typed into every field of every record that can be corrected:
 * it is kept as it was typed, or refused beside its field and not lost, and pages are made of what
 * they were made of before. A seeded part at every run, every string in every field in the
 * campaign.
 */
@OnEveryDatabase
class HostileWordsTest {
  private static final Path LIST =
      Path.of("../../../karaf-distribution/itest/src/test/resources/naughty/blns.json");
  private static final boolean CAMPAIGN = Boolean.getBoolean("opora.campaign");
  private static final int SAMPLE = 3;
  private static final String PLAIN = "slovo";
  private static final Pattern LINK = Pattern.compile("(?:href|hx-get)=\"(/[^\"#?]*)[^\"]*\"");
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern FAULT = Pattern.compile("id=\"e-([^\"]+)\"");
  private static final Pattern TAG =
      Pattern.compile("<([a-z][a-z0-9]*)((?:\\s+[a-z-]+(?:=\"[^\"]*\")?)*)\\s*/?>");
  private static final Pattern NAME = Pattern.compile("([a-z-]+)(?:=\"([^\"]*)\")?");
  private static final Pattern SCHEME = Pattern.compile("(?is)\\s*[a-z][a-z0-9+.-]*:.*");

  @Parameter TestDatabase.Product product;
  private Register register;
  private Doors doors;
  private Office office;
  private Viewer director;
  private final Map<String, String> faults = new TreeMap<>();
  private final Set<String> made = new TreeSet<>();

  @BeforeEach
  void open() {
    register = new Register(product);
    doors =
        new Doors(
            register,
            new DirectoryRoutes(
                new BodiesDesk(register.tx, register.access.access(), register.access.audit()),
                new PageHouse(Register.TODAY)));
    office = new Office(register);
    director = office.director();
  }

  @AfterEach
  void close() {
    register.close();
  }

  private static List<String> strings() throws IOException {
    List<String> strings = new ArrayList<>();
    JsonParser.parseString(Files.readString(LIST))
        .getAsJsonArray()
        .forEach(one -> strings.add(one.getAsString()));
    strings.removeIf(one -> one.isBlank() || one.strip().isEmpty());
    // Neither comes through the gate.
    strings.removeIf(one -> one.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t'));
    if (!CAMPAIGN) {
      Collections.shuffle(strings, new Random(20261127));
      return strings.subList(0, SAMPLE);
    }
    return strings;
  }

  @Test
  void whatIsTypedIsKeptAsItIsAndMakesNoPage() throws IOException {
    List<String> strings = strings();
    Set<String> pages = walk(records());
    List<String> forms =
        pages.stream()
            .filter(path -> path.endsWith("/edit") && SentForm.in(page(path), path) != null)
            .toList();
    Map<String, Set<String>> fields = new LinkedHashMap<>();
    forms.forEach(
        path -> {
          Set<String> taken = taken(path);
          if (!taken.isEmpty()) {
            fields.put(path, taken);
          }
        });
    Set<String> kinds = new TreeSet<>();
    fields.keySet().forEach(path -> kinds.add(kind(path)));
    assertTrue(
        kinds.size() >= 6 && fields.values().stream().mapToInt(Set::size).sum() >= 12,
        "forms and fields: " + fields);
    pages.forEach(path -> made.addAll(shape(page(path))));
    for (int round = 0; round < strings.size(); round++) {
      int at = round;
      fields.forEach((path, names) -> type(path, names, strings, at));
    }
    pages.forEach(path -> looked(path, page(path)));
    assertEquals(Map.of(), faults);
  }

  /** Records of many rooms, so that there is something to correct. */
  private Set<String> records() {
    Family family = register.family(director, office.colleague("key-worker"), "Zapisovaná");
    String file = "/files/" + family.file();
    String child = "/people/" + family.child();
    String carer = "/people/" + family.carer();
    String today = Register.TODAY.toString();
    Set<String> paths = new LinkedHashSet<>(List.of(file, child, carer, file + "/tasks"));
    paths.add(add(file + "/notes/new", "on", today, "kind", "MEETING", "content", PLAIN));
    paths.add(
        add(
            file + "/visits/new",
            "on",
            today,
            "announced",
            "NO",
            "place",
            "HOME",
            "minutes",
            "60",
            "travelMinutes",
            "40",
            "kilometres",
            "27",
            "present",
            family.carer().toString(),
            "note",
            PLAIN));
    add(file + "/tasks/new", "what", PLAIN);
    String body = add("/directory/new", "kind", "COURT", "name", PLAIN);
    add(body + "/officials/new", "name", PLAIN);
    paths.add(body);
    paths.add(
        add(
            "/post/new",
            "direction",
            "OUTGOING",
            "passedOn",
            today,
            "channel",
            "DATA_BOX",
            "party",
            PLAIN,
            "matter",
            PLAIN));
    add(child + "/safety/new", "kind", "PICK_UP_BAN", "what", PLAIN, "from", today, "whom", PLAIN);
    paths.add(
        add(
            "/complaints/new",
            "receivedOn",
            today,
            "how",
            "BOX",
            "complainant",
            PLAIN,
            "matter",
            PLAIN,
            "handler",
            director.staff().toString()));
    return paths;
  }

  /** Sends the form of this page with what it holds and this besides; where it leads. */
  private String add(String path, String... namesAndValues) {
    Map<String, List<String>> sent = new HashMap<>(SentForm.in(page(path), path).values());
    sent.putAll(Doors.fields(namesAndValues));
    Reply reply = doors.ask(Route.Method.POST, doors.knock(director, path, sent));
    if (reply instanceof Reply.Redirect redirect) {
      return redirect.path().replaceFirst("[#?].*", "");
    }
    throw new AssertionError(path + " refuses " + wrong(doors.made(director, (Reply.Page) reply)));
  }

  private static Set<String> wrong(String page) {
    Set<String> wrong = new TreeSet<>();
    FAULT.matcher(page).results().forEach(fault -> wrong.add(fault.group(1)));
    return wrong;
  }

  /** One page of each kind that is led to, and is behind one of the doors. */
  private Set<String> walk(Set<String> from) {
    Set<String> pages = new LinkedHashSet<>();
    Set<String> kinds = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      String path = open.poll();
      if (!kinds.add(kind(path)) || path.contains("/export") || !doors.has(path)) {
        continue;
      }
      String page = page(path);
      if (page != null) {
        pages.add(path);
        LINK.matcher(page).results().forEach(link -> open.add(link.group(1)));
      }
    }
    return pages;
  }

  private static String kind(String path) {
    return KEY.matcher(path).replaceAll("x");
  }

  /** Null for what is no page, or none without more in its address. */
  private String page(String path) {
    try {
      Reply reply = doors.ask(Route.Method.GET, doors.knock(director, path, Map.of()));
      return reply instanceof Reply.Page page ? doors.made(director, page) : null;
    } catch (NotFound | Refused none) {
      return null;
    }
  }

  /** The fields of the form in which words are kept, and shown again by the same form. */
  private Set<String> taken(String path) {
    SentForm form = SentForm.in(page(path), path);
    Set<String> names = new LinkedHashSet<>(form.typed());
    if (send(path, form, names, name -> PLAIN) == null) {
      return Set.of();
    }
    SentForm after = SentForm.in(page(path), path);
    names.removeIf(name -> after == null || !after.value(name).equals(PLAIN));
    return names;
  }

  private interface Words {
    String of(String name);
  }

  /**
   * Types words into these fields; a field that refuses them keeps what stood there, and leaves.
   *
   * @return where it leads; null when it is refused all the same
   */
  private String send(String path, SentForm form, Set<String> names, Words words) {
    while (true) {
      Map<String, List<String>> sent = new HashMap<>(form.values());
      names.forEach(name -> sent.put(name, List.of(words.of(name))));
      Reply reply;
      try {
        reply = doors.ask(Route.Method.POST, doors.knock(director, path, sent));
      } catch (Refused refused) {
        return null;
      }
      if (reply instanceof Reply.Redirect redirect) {
        return redirect.path().replaceFirst("[#?].*", "");
      }
      String page = doors.made(director, (Reply.Page) reply);
      SentForm again = SentForm.in(page, path);
      if (again != null) {
        names.forEach(name -> kept(path + " refused", name, words.of(name), again.value(name)));
      }
      Set<String> wrong = wrong(page);
      if (wrong.isEmpty() || names.isEmpty()) {
        return null;
      }
      // What somebody types in one field may ask for something in another.
      if (!names.removeAll(wrong)) {
        names.remove(names.iterator().next());
      }
    }
  }

  private void kept(String where, String name, String typed, String kept) {
    if (!flat(typed).equals(flat(kept))) {
      faults.putIfAbsent(kind(where) + " " + name, typed + " became " + kept);
    }
  }

  /** Blanks at the ends and ways of writing one letter are nothing that somebody typed. */
  private static String flat(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", " ").strip();
  }

  private void type(String path, Set<String> names, List<String> strings, int round) {
    SentForm form = SentForm.in(page(path), path);
    Map<String, String> typed = new HashMap<>();
    int place = round;
    for (String name : names) {
      typed.put(name, strings.get(place++ % strings.size()));
    }
    Set<String> taken = new LinkedHashSet<>(names);
    String shown = send(path, form, taken, typed::get);
    if (shown == null) {
      faults.putIfAbsent(kind(path), "refused as a whole: " + typed);
      return;
    }
    SentForm after = SentForm.in(page(path), path);
    taken.forEach(name -> kept(path, name, typed.get(name), after.value(name)));
    if (doors.has(shown) && page(shown) != null) {
      looked(shown, page(shown));
    }
  }

  private void looked(String path, String page) {
    if (page == null) {
      faults.putIfAbsent(kind(path), "is there no more");
      return;
    }
    Set<String> other = shape(page);
    other.removeAll(made);
    if (!other.isEmpty()) {
      faults.putIfAbsent(kind(path), "made of " + other);
    }
  }

  /** Of what a page is made: its elements with their attributes. */
  private static Set<String> shape(String page) {
    Set<String> shape = new TreeSet<>();
    Matcher tag = TAG.matcher(page);
    while (tag.find()) {
      shape.add(tag.group(1));
      NAME.matcher(tag.group(2))
          .results()
          .forEach(attribute -> shape.add(tag.group(1) + "@" + attribute(attribute)));
    }
    return shape;
  }

  /** An address that runs something is another kind than one that leads somewhere. */
  private static String attribute(MatchResult attribute) {
    String value = attribute.group(2) == null ? "" : SentForm.plain(attribute.group(2));
    return Set.of("href", "src", "action").contains(attribute.group(1))
            && SCHEME.matcher(value).matches()
        ? attribute.group(1) + "=" + value.replaceFirst("(?s):.*", "")
        : attribute.group(1);
  }
}
