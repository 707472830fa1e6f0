package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.law.czech.contributions.CzechStandards;
import org.opora.registry.complaints.web.ComplaintRoutes;
import org.opora.registry.files.application.DueLines;
import org.opora.registry.files.application.FamilyIntake;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.files.web.CaseTabs;
import org.opora.registry.files.web.FileRoutes;
import org.opora.registry.files.web.HandoverRoutes;
import org.opora.registry.inspections.web.InspectionRoutes;
import org.opora.registry.kin.web.KinRoutes;
import org.opora.registry.overrides.web.OverrideRoutes;
import org.opora.registry.people.web.PeopleRoutes;
import org.opora.registry.people.web.PersonTiles;
import org.opora.registry.people.web.RecordRoutes;
import org.opora.registry.post.web.PostRoutes;
import org.opora.registry.readiness.application.FiledDocuments;
import org.opora.registry.readiness.application.ReadinessDesk;
import org.opora.registry.readiness.web.ReadinessRoutes;
import org.opora.registry.safety.web.SafetyRoutes;
import org.opora.registry.shared.web.PageCheck;
import org.opora.registry.shared.web.PageHouse;
import org.opora.registry.staff.application.AccountDesk;
import org.opora.registry.staff.web.StaffRoutes;
import org.opora.registry.standards.application.StandardsShelf;
import org.opora.registry.tasks.web.TaskRoutes;
import org.opora.testkit.Asked;

/**
 * The doors of the register over a real register: knocks, and makes the pages that are answered.
 */
public final class Doors {
  private static final int OK = 200;

  /** From this status on the gate keeps a draft whatever the page says. */
  private static final int REFUSED = 400;
  private final PageHouse pages;
  private final List<Route> routes;
  private final Set<String> shown = new TreeSet<>();

  private Doors(PageHouse pages, RouteSet... sets) {
    this.pages = pages;
    this.routes = Stream.of(sets).flatMap(set -> set.routes().stream()).toList();
  }

  /** The doors of another bundle alone, with its own pages. */
  public static Doors of(PageHouse pages, RouteSet... sets) {
    return new Doors(pages, sets);
  }

  /** With the doors of these rooms besides. */
  public Doors(Register register, RouteSet... more) {
    pages = new PageHouse(Register.TODAY);
    CaseFrame frame =
        new CaseFrame(
            register.files,
            register.staff,
            register.safety,
            new CaseTabs(),
            register.emergency.desk,
            register.openings.book);
    FamilyIntake intake =
        new FamilyIntake(
            register.tx,
            register.known,
            register.files,
            register.agreements,
            register.placements,
            register.access.colleagues(),
            register.staff);
    routes =
        Stream.<RouteSet>of(
                new PeopleRoutes(
                    register.people,
                    register.known,
                    register.pairs,
                    register.search,
                    pages,
                    register.safety,
                    new PersonTiles(),
                    register.record),
                new RecordRoutes(register.people, register.record, pages),
                new SafetyRoutes(
                    register.people, register.files, register.kin, register.safety, pages),
                new FileRoutes(
                    frame,
                    register.files,
                    register.cases,
                    register.overview,
                    register.agreements,
                    register.placements,
                    register.timeline,
                    register.staff,
                    register.known,
                    intake,
                    register.proposals,
                    register.endings,
                    register.amendments,
                    register.choices,
                    pages),
                register.care.routes(frame, pages),
                register.care.noteRoutes(frame, pages),
                new KinRoutes(
                    frame,
                    register.people,
                    register.known,
                    register.files,
                    register.kin,
                    register.households,
                    register.pictures,
                    pages),
                new TaskRoutes(frame, register.desk, register.staff, pages),
                register.emergency.routes(frame, pages),
                register.openings.routes(),
                register.walls.routes(pages),
                new OverrideRoutes(register.overrideDesk),
                new PostRoutes(frame, register.files, register.post, register.staff, pages),
                new ComplaintRoutes(register.complaints, register.terms, register.staff, pages),
                new InspectionRoutes(
                    frame, register.files, register.inspections, register.staff, pages),
                new ReadinessRoutes(
                    new ReadinessDesk(
                        register.tx,
                        register.access.access(),
                        register.access.aliases(),
                        register.facts,
                        register.files,
                        register.evidence,
                        new DueLines(),
                        new IncidentRoom(register).desk,
                        new FiledDocuments()),
                    new StandardsShelf(List.of(new CzechStandards()))),
                new StaffRoutes(
                    register.staff,
                    register.access.accounts(),
                    register.access.roles(),
                    new AccountDesk(
                        register.tx,
                        register.access.accounts(),
                        register.access.roles(),
                        register.access.colleagues(),
                        register.inbox,
                        pages),
                    pages,
                    register.room.sheet),
                register.room.routes(pages),
                new HandoverRoutes(
                    frame,
                    register.files,
                    register.staff,
                    register.room.handovers,
                    register.room.farewell,
                    register.room.coWorkers,
                    register.room.loads))
            .flatMap(set -> set.routes().stream())
            .collect(Collectors.toCollection(ArrayList::new));
    Stream.of(more).forEach(set -> routes.addAll(set.routes()));
  }

  public List<Route> routes() {
    return routes;
  }

  /** Templates of all pages that were made so far. */
  public Set<String> shown() {
    return Set.copyOf(shown);
  }

  /** The page behind a path, checked. */
  public String open(Viewer viewer, String path) {
    return show(viewer, ask(Route.Method.GET, knock(viewer, path, Map.of())), OK);
  }

  /** Posts fields and returns where it leads. */
  public String post(Viewer viewer, String path, String... namesAndValues) {
    Reply reply = ask(Route.Method.POST, knock(viewer, path, fields(namesAndValues)));
    if (reply instanceof Reply.Page page) {
      throw new AssertionError(show(viewer, page, page.status()));
    }
    return assertInstanceOf(Reply.Redirect.class, reply).path();
  }

  /** Posts fields and returns the page that is answered instead of going on. */
  public String refused(Viewer viewer, int status, String path, String... namesAndValues) {
    return refused(status, knock(viewer, path, fields(namesAndValues)));
  }

  /** The same; what was typed has not arrived anywhere, so nobody may lose its draft. */
  String refused(int status, Asked knock) {
    Reply.Page page =
        withForm(assertInstanceOf(Reply.Page.class, ask(Route.Method.POST, knock)), knock);
    String made = show(knock.viewer(), page, status);
    assertTrue(
        page.status() >= REFUSED || page.keepsDraft() || !made.contains("name=\"draft-key\""),
        "the draft is dropped by " + page.template());
    return made;
  }

  /** The gate hands the page the form that was posted, unless the handler did. */
  private static Reply.Page withForm(Reply.Page page, Asked knock) {
    Map<String, Object> model = new HashMap<>(page.model());
    model.putIfAbsent("form", knock.form());
    return new Reply.Page(page.template(), model, page.status(), page.keepsDraft());
  }

  /** The file behind a path. */
  public byte[] take(Asked knock, Set<Subject> shown) {
    return pages.file(ask(Route.Method.GET, knock), knock.viewer(), shown);
  }

  /** The finished file behind a path. */
  public byte[] take(Viewer viewer, String path) {
    return assertInstanceOf(
            Reply.Download.class, ask(Route.Method.GET, knock(viewer, path, Map.of())))
        .content();
  }

  public Asked knock(Viewer viewer, String address, Map<String, List<String>> fields) {
    String path = address.split("[?]")[0];
    Asked asked = Asked.by(viewer, path);
    for (String pair : address.substring(path.length()).split("[?&]")) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        asked.asking(parts[0], parts[1]);
      }
    }
    variables(path).forEach(asked::at);
    fields.forEach((name, values) -> asked.field(name, values.toArray(String[]::new)));
    return asked;
  }

  Reply ask(Route.Method method, Asked knock) {
    Route route =
        routes.stream()
            .filter(one -> one.method() == method && fits(one.pattern(), knock.path()))
            // As in the gate: a fixed part wins over a variable one.
            .min((a, b) -> Long.compare(count(a.pattern()), count(b.pattern())))
            .orElseThrow(() -> new AssertionError("no door " + method + " " + knock.path()));
    if (route.permission() != null) {
      knock.viewer().may(route.permission());
    }
    try {
      return route.handler().handle(knock);
    } catch (RuntimeException fault) {
      throw fault;
    } catch (Exception broken) {
      throw new AssertionError(broken);
    }
  }

  String show(Viewer viewer, Reply reply, int status) {
    Reply.Page page = assertInstanceOf(Reply.Page.class, reply);
    String made = made(viewer, page);
    assertEquals(status, page.status(), made);
    PageCheck.sound(page.template(), made);
    shown.add(page.template());
    return made;
  }

  /** The page as it is, whatever stands in it. */
  public String made(Viewer viewer, Reply.Page page) {
    return pages.page(page.template(), page.model(), viewer);
  }

  /** Whether a page is behind this path. */
  boolean has(String path) {
    return routes.stream()
        .anyMatch(one -> one.method() == Route.Method.GET && fits(one.pattern(), path));
  }

  private Map<String, String> variables(String path) {
    Map<String, String> all = new HashMap<>();
    String[] parts = path.split("/");
    routes.stream()
        .filter(route -> fits(route.pattern(), path))
        .forEach(
            route -> {
              String[] pattern = route.pattern().split("/");
              for (int i = 0; i < parts.length; i++) {
                if (pattern[i].startsWith("{")) {
                  all.put(pattern[i].substring(1, pattern[i].length() - 1), parts[i]);
                }
              }
            });
    return all;
  }

  private static boolean fits(String pattern, String path) {
    String[] wanted = pattern.split("/");
    String[] given = path.split("/");
    if (wanted.length != given.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!wanted[i].startsWith("{") && !wanted[i].equals(given[i])) {
        return false;
      }
    }
    return true;
  }

  private static long count(String pattern) {
    return pattern.chars().filter(c -> c == '{').count();
  }

  static Map<String, List<String>> fields(String... namesAndValues) {
    Map<String, List<String>> fields = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.merge(
          namesAndValues[i],
          List.of(namesAndValues[i + 1]),
          (one, more) -> Stream.concat(one.stream(), more.stream()).toList());
    }
    return fields;
  }

  public static String last(String path) {
    return Arrays.stream(path.split("/")).reduce("", (before, part) -> part);
  }
}
