package org.opora.supervisedcontacts.shared.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.text.Messages;
import org.opora.api.web.Reply;
import org.opora.api.web.Sheet;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.register.Register;
import org.opora.registry.shared.web.PageCheck;
import org.opora.registry.shared.web.PageHouse;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.testkit.Asked;

/** Doors of the module: knocks, and makes the pages that are answered, in every language. */
public final class ModuleDoors {
  private static final int OK = 200;
  private static final int UNPROCESSABLE = 422;
  private final PageHouse pages = house();
  private final List<Route> routes;

  public ModuleDoors(RouteSet... sets) {
    routes = Stream.of(sets).flatMap(set -> set.routes().stream()).toList();
  }

  /** Texts of the module as its routes ask for them. */
  public static Messages messages() {
    return house();
  }

  private static PageHouse house() {
    return PageHouse.of(
        Register.TODAY,
        SupervisedContactsModule.ID,
        SupervisedContactsModule.class,
        SupervisedContactsModule.ORIGIN);
  }

  /** The page behind a path, sound in every language; in Czech. */
  public String open(Viewer viewer, String path) {
    return show(viewer, answer(Route.Method.GET, viewer, path), OK);
  }

  /** Posts fields and returns where it leads. */
  public String post(Viewer viewer, String path, String... namesAndValues) {
    Answer answer = answer(Route.Method.POST, viewer, path, namesAndValues);
    if (answer.reply() instanceof Reply.Page page) {
      throw new AssertionError(show(viewer, answer, page.status()));
    }
    return assertInstanceOf(Reply.Redirect.class, answer.reply()).path();
  }

  /** Posts fields and returns the page that is answered at once. */
  public String made(Viewer viewer, String path, String... namesAndValues) {
    return show(viewer, answer(Route.Method.POST, viewer, path, namesAndValues), OK);
  }

  /** Posts fields and returns the form that comes back. */
  public String refused(Viewer viewer, String path, String... namesAndValues) {
    return show(viewer, answer(Route.Method.POST, viewer, path, namesAndValues), UNPROCESSABLE);
  }

  /** The file behind a path. */
  public Reply.Download take(Viewer viewer, String path) {
    return assertInstanceOf(Reply.Download.class, answer(Route.Method.GET, viewer, path).reply());
  }

  /** The list behind a path that is taken along. */
  public Sheet<?> export(Viewer viewer, String path) {
    return assertInstanceOf(Reply.Export.class, answer(Route.Method.GET, viewer, path).reply())
        .sheet();
  }

  /**
   * Posts a file and returns where it leads.
   *
   * @param folder where it waits meanwhile
   */
  public String upload(Viewer viewer, String path, Path folder, byte[] content) {
    Answer answer = answer(Route.Method.POST, viewer, path, new Upload(folder, content));
    return assertInstanceOf(Reply.Redirect.class, answer.reply()).path();
  }

  /** Posts a file and returns the page that comes back. */
  public String uploadRefused(Viewer viewer, String path, Path folder, byte[] content) {
    return show(
        viewer,
        answer(Route.Method.POST, viewer, path, new Upload(folder, content)),
        UNPROCESSABLE);
  }

  private record Upload(Path folder, byte[] content) {}

  /**
   * @param asked with the form that was read
   */
  private record Answer(Reply reply, Asked asked) {}

  private String show(Viewer viewer, Answer answer, int status) {
    Reply.Page page = assertInstanceOf(Reply.Page.class, answer.reply());
    Map<String, Object> model = new HashMap<>(page.model());
    model.putIfAbsent("form", status == OK ? null : answer.asked().form());
    for (String language : List.of("pl", "en")) {
      PageCheck.sound(
          page.template(),
          pages.page(page.template(), model, speaking(viewer, Locale.forLanguageTag(language))));
    }
    String made = pages.page(page.template(), model, viewer);
    PageCheck.sound(page.template(), made);
    assertEquals(status, page.status(), made);
    return made;
  }

  private static Viewer speaking(Viewer viewer, Locale locale) {
    return new Viewer(
        viewer.staff(),
        viewer.name(),
        viewer.grants(),
        locale,
        viewer.zone(),
        viewer.clock(),
        viewer.requestId());
  }

  private Answer answer(
      Route.Method method, Viewer viewer, String address, String... namesAndValues) {
    return answer(method, viewer, address, null, namesAndValues);
  }

  /**
   * @param upload null when none is sent
   */
  private Answer answer(
      Route.Method method, Viewer viewer, String address, Upload upload, String... namesAndValues) {
    String path = address.split("[?]")[0];
    Route route =
        routes.stream()
            .filter(one -> one.method() == method && fits(one.pattern(), path))
            // As in the gate: a fixed part wins over a variable one.
            .min((a, b) -> Long.compare(variables(a), variables(b)))
            .orElseThrow(() -> new AssertionError("no door " + method + " " + path));
    Asked asked = Asked.by(viewer, path);
    if (upload != null) {
      asked.uploading(upload.folder(), "podepsano.pdf", upload.content());
    }
    for (String pair : address.substring(path.length()).split("[?&]")) {
      if (!pair.isEmpty()) {
        asked.asking(pair.split("=", 2)[0], pair.split("=", 2)[1]);
      }
    }
    String[] pattern = route.pattern().split("/");
    String[] given = path.split("/");
    for (int i = 0; i < pattern.length; i++) {
      if (pattern[i].startsWith("{")) {
        asked.at(pattern[i].substring(1, pattern[i].length() - 1), given[i]);
      }
    }
    fields(namesAndValues)
        .forEach((name, values) -> asked.field(name, values.toArray(String[]::new)));
    try {
      return new Answer(route.handler().handle(asked), asked);
    } catch (RuntimeException fault) {
      throw fault;
    } catch (Exception broken) {
      throw new AssertionError(broken);
    }
  }

  private static Map<String, List<String>> fields(String... namesAndValues) {
    Map<String, List<String>> fields = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields
          .computeIfAbsent(namesAndValues[i], name -> new ArrayList<>())
          .add(namesAndValues[i + 1]);
    }
    return fields;
  }

  private static boolean fits(String pattern, String path) {
    return path.matches(pattern.replaceAll("[{][^}]+[}]", "[^/]+"));
  }

  private static long variables(Route route) {
    return route.pattern().chars().filter(c -> c == '{').count();
  }
}
