package org.opora.registry.ledgers.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.people.PersonName;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.ledgers.application.Ledger;
import org.opora.registry.ledgers.application.Mark;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/**
 * The pages of one ledger: its list, an entry, and the forms by which one is written down,
 * corrected and struck.
 *
 * @param <N> what is written down
 * @param <V> an entry as the viewer sees it
 */
abstract class EntryPages<N, V> {
  private static final int ROWS = 40;
  private static final int LONGEST_REASON = 1_000;
  private final CaseFrame frame;
  private final Ledger<?, N, V> ledger;
  private final Messages messages;

  EntryPages(CaseFrame frame, Ledger<?, N, V> ledger, Messages messages) {
    this.frame = frame;
    this.ledger = ledger;
    this.messages = messages;
  }

  final Messages messages() {
    return messages;
  }

  final CaseFrame frame() {
    return frame;
  }

  abstract Mark mark(V entry);

  /** Everybody whom it names. */
  abstract Stream<PersonId> people(V entry);

  /**
   * @param before what stands there; null in a form for a new entry
   */
  abstract N read(Request request, Form form, V before);

  /** What the form offers. */
  abstract Model fill(Model model, Request request, CaseFiles.Header header, V before);

  UUID add(Request request, CaseFileId file, Form form, N typed) {
    return ledger.add(request.viewer(), file, typed);
  }

  List<Route> routes() {
    String all = "/files/{file}/ledgers/" + ledger.code();
    String one = all + "/{entry}";
    return List.of(
        Route.page(all, Ledger.READ, this::list),
        Route.page(all + "/new", Ledger.WRITE, this::blank),
        change(all + "/new", this::record),
        Route.page(one, Ledger.READ, this::show),
        Route.page(one + "/edit", Ledger.WRITE, this::edit),
        change(one + "/edit", this::correct),
        Route.page(one + "/strike", Ledger.WRITE, this::askStrike),
        change(one + "/strike", this::strike));
  }

  /** The use cases record the change; a form shown again is recorded as a read besides. */
  private static Route change(String pattern, Route.Handler handler) {
    return Route.post(pattern, Ledger.WRITE, handler).audited(Route.Audit.READ);
  }

  /** Some entries, which the reply shows. */
  final Page<V> entries(Request request, CaseFileId file, String after, int limit) {
    Page<V> page = ledger.page(request.viewer(), file, after, limit);
    shows(request, page.items().stream());
    return page;
  }

  /** The latest that count, which the reply shows. */
  final Page<V> counting(Request request, CaseFileId file, int limit) {
    Page<V> page = ledger.counting(request.viewer(), file, limit);
    shows(request, page.items().stream());
    return page;
  }

  final V entry(Request request) {
    V entry = ledger.find(request.viewer(), CaseFrame.file(request), request.id("entry"));
    shows(request, Stream.of(entry));
    return entry;
  }

  private void shows(Request request, Stream<V> entries) {
    request.shows(entries.flatMap(this::people).distinct().map(Subject::of).toList());
  }

  final Model model(Request request, CaseFiles.Header header) {
    return frame.model(request, header, null).with("kind", ledger.code());
  }

  private Reply list(Request request) {
    CaseFiles.Header header = frame.header(request);
    return frame
        .model(request, header, "ledgers")
        .with("kind", ledger.code())
        .with("entries", entries(request, header.id(), request.query("after").orElse(null), ROWS))
        .page("ledger-list");
  }

  private Reply show(Request request) {
    CaseFiles.Header header = frame.header(request);
    return model(request, header).with("entry", entry(request)).page("ledger-entry");
  }

  private Reply blank(Request request) {
    return form(request, null, null);
  }

  private Reply record(Request request) {
    CaseFileId file = CaseFrame.file(request);
    Form form = request.form();
    N typed = read(request, form, null);
    return form.attempt(
        () -> {
          UUID id = add(request, file, form, typed);
          return Reply.to(ledger.page(file, id), Words.of("ledger.saved"));
        },
        wrong -> form(request, wrong, null));
  }

  private Reply edit(Request request) {
    V before = entry(request);
    return mark(before).counts() ? form(request, null, before) : gone(request, before);
  }

  /** Nothing can be done with it any more; its page says why, and what stands in its place. */
  private Reply gone(Request request, V entry) {
    return Reply.to(ledger.page(CaseFrame.file(request), mark(entry).id()));
  }

  private Reply correct(Request request) {
    CaseFileId file = CaseFrame.file(request);
    Form form = request.form();
    V before = entry(request);
    N typed = read(request, form, before);
    String why = form.text("why", LONGEST_REASON);
    return form.attempt(
        () -> {
          UUID id =
              ledger.correct(request.viewer(), file, mark(before).id(), form.version(), typed, why);
          return Reply.to(ledger.page(file, id), Words.of("ledger.saved"));
        },
        wrong -> form(request, wrong, before));
  }

  private Reply form(Request request, Form form, V before) {
    CaseFiles.Header header = frame.header(request);
    return fill(model(request, header), request, header, before)
        .with("action", request.path())
        .with("entry", before)
        .form(ledger.code() + "-form", form);
  }

  private Reply askStrike(Request request) {
    V entry = entry(request);
    return mark(entry).counts() ? strike(request, null) : gone(request, entry);
  }

  private Reply strike(Request request) {
    CaseFileId file = CaseFrame.file(request);
    Form form = request.form();
    UUID id = mark(entry(request)).id();
    String why = form.text("why", LONGEST_REASON);
    if (why == null) {
      form.error("why", "form.required");
    }
    return form.attempt(
        () -> {
          ledger.strike(request.viewer(), file, id, form.version(), why);
          return Reply.to(ledger.page(file, id), Words.of("ledger.struck"));
        },
        wrong -> strike(request, wrong));
  }

  private Reply strike(Request request, Form form) {
    CaseFiles.Header header = frame.header(request);
    return model(request, header).with("entry", entry(request)).form("ledger-strike", form);
  }

  /**
   * Everybody who may be chosen, and whoever is meant already: no form moves an entry to somebody
   * else only because it has no name for whom it is about.
   */
  final List<Choice> choices(
      Request request, Map<PersonId, PersonName> people, Collection<PersonId> meant) {
    request.shows(people.keySet().stream().map(Subject::of).toList());
    return Stream.concat(
            people.entrySet().stream()
                .map(one -> new Choice(one.getKey().toString(), one.getValue().spoken())),
            meant.stream()
                .filter(one -> !people.containsKey(one))
                .map(
                    one ->
                        new Choice(
                            one.toString(), messages.text(request.locale(), "ledger.somebody"))))
        .toList();
  }
}
