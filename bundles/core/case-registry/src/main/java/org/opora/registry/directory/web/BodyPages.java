package org.opora.registry.directory.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.bodies.Bodies.Kind;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.BodyId;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.directory.application.BodiesDesk;
import org.opora.registry.directory.persistence.BodyRow;
import org.opora.registry.people.web.KeptSearches;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/**
 * The list of the directory and the page of one body. Coded filters stay in the address; what was
 * typed is posted and kept under a random key, because officials are looked up by name.
 */
final class BodyPages {
  private static final int ROWS = 50;
  private static final int LONGEST = 100;
  private static final Pattern FIELD = Pattern.compile("[a-zA-Z]{1,30}");
  private static final String LIST = "/directory";
  private final BodiesDesk desk;
  private final BodyField field;
  private final Messages messages;
  private final KeptSearches searches = new KeptSearches();

  BodyPages(BodiesDesk desk, BodyField field, Messages messages) {
    this.desk = desk;
    this.field = field;
    this.messages = messages;
  }

  Reply list(Request request) {
    return list(request, LIST, "");
  }

  Reply search(Request request) {
    String raw = request.form().raw("text");
    String words = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
    return words.isEmpty()
        ? Reply.to(LIST)
        : Reply.to(LIST + "/found/" + searches.keep(request.viewer(), words));
  }

  /** What was found; a search that is not kept any more asks for the words again. */
  Reply found(Request request) {
    UUID key = request.id("search");
    return searches
        .words(request.viewer(), key)
        .map(words -> list(request, LIST + "/found/" + key, words))
        .orElseGet(() -> Reply.to(LIST, Words.of("search.forgotten")));
  }

  private Reply list(Request request, String here, String words) {
    Kind kind = kind(request);
    boolean current = current(request);
    return new Model()
        .with(
            "bodies",
            desk.list(
                request.viewer(), words, kind, current, request.query("after").orElse(null), ROWS))
        .with("words", words)
        .with("kinds", kinds(request))
        .with("kind", kind)
        .with("current", current)
        .with("path", here)
        .with("filter", filter(kind, current))
        .page("directory");
  }

  private List<Choice> kinds(Request request) {
    return Choice.of(messages, request.locale(), "body.kind", Kind.values());
  }

  private static String filter(Kind kind, boolean current) {
    return "?kind=" + (kind == null ? "" : kind) + "&show=" + (current ? "current" : "all");
  }

  Reply export(Request request) {
    return export(request, "");
  }

  Reply exportFound(Request request) {
    return export(
        request, searches.words(request.viewer(), request.id("search")).orElseThrow(NotFound::new));
  }

  private Reply export(Request request, String words) {
    Viewer viewer = request.viewer();
    Kind kind = kind(request);
    boolean current = current(request);
    return Reply.export(
        request,
        Sheet.<BodyRow>of(
                "directory",
                "directory.title",
                (after, limit) -> desk.list(viewer, words, kind, current, after, limit))
            .text("body.kind", row -> Words.of("body.kind." + row.kind()))
            .text("body.name", BodyRow::name)
            .text("body.street", BodyRow::street)
            .text("body.postalCode", BodyRow::postalCode)
            .text("body.town", BodyRow::town)
            .text("body.dataBox", BodyRow::dataBox)
            .text("body.email", BodyRow::email)
            .text("body.phone", BodyRow::phone)
            .text("body.ico", BodyRow::ico)
            .date("body.since", BodyRow::since)
            .date("body.until", BodyRow::until));
  }

  private static Kind kind(Request request) {
    Optional<String> asked = request.query("kind");
    return Stream.of(Kind.values())
        .filter(one -> asked.filter(one.name()::equals).isPresent())
        .findFirst()
        .orElse(null);
  }

  private static boolean current(Request request) {
    return request.query("show").filter("all"::equals).isEmpty();
  }

  Reply show(Request request) {
    return new Model().with("view", desk.view(request.viewer(), id(request))).page("body");
  }

  /** While one writes in a field that names a body: the bodies found, to choose from. */
  Reply pick(Request request) {
    String name = request.variable("field");
    if (!FIELD.matcher(name).matches()) {
      throw new NotFound();
    }
    return new Model()
        .with("field", name)
        .with("choices", field.choices(request.viewer(), request.form().raw(name), null))
        .with("typed", request.form().raw(name))
        .page("body-choices");
  }

  static BodyId id(Request request) {
    return new BodyId(request.id("body"));
  }
}
