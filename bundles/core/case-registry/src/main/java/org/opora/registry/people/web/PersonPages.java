package org.opora.registry.people.web;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.people.People;
import org.opora.api.people.PersonHit;
import org.opora.api.people.PersonView;
import org.opora.api.safety.Safety;
import org.opora.api.web.Choice;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.people.application.ShownNames;
import org.opora.registry.safety.web.Alerts;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** The list of people and the page of one. */
final class PersonPages {
  private static final int ROWS = 50;
  private final People people;
  private final ShownNames names;
  private final Safety safety;
  private final PersonTiles tiles;
  private final RecordSection record;

  PersonPages(People people, Safety safety, PersonTiles tiles, RecordSection record) {
    this.people = people;
    this.names = new ShownNames(people);
    this.safety = safety;
    this.tiles = tiles;
    this.record = record;
  }

  Reply list(Request request) {
    Page<PersonHit> page =
        people.search(request.viewer(), "", request.query("after").orElse(null), ROWS);
    request.shows(page.items().stream().map(hit -> Subject.of(hit.id())).toList());
    return new Model()
        .with("people", page)
        .with("first", request.query("after").isEmpty())
        .page("people");
  }

  Reply export(Request request) {
    Viewer viewer = request.viewer();
    return Reply.export(
        request,
        PersonSheet.of("people", (after, limit) -> people.search(viewer, "", after, limit)));
  }

  Reply show(Request request) {
    Viewer viewer = request.viewer();
    PersonId id = new PersonId(request.id("person"));
    PersonView person = people.view(viewer, id);
    request.shows(
        Stream.concat(
                Stream.of(Subject.of(person.id())),
                person.files().stream().map(file -> Subject.of(file.file())))
            .toList());
    List<Safety.Alert> alerts = safety.alerts(viewer, List.of(id)).getOrDefault(id, List.of());
    List<Safety.Notice> notices = safety.of(viewer, id).orElse(null);
    request.shows(Alerts.shown(alerts));
    request.shows(
        Stream.ofNullable(notices)
            .flatMap(List::stream)
            .map(notice -> notice.text().whomPerson())
            .filter(Objects::nonNull)
            .map(Subject::of)
            .toList());
    return new Model()
        .with("person", person)
        .with("record", record.of(request, id))
        .with("notices", notices)
        .with("alerts", Alerts.ofOne(alerts))
        .with("age", Words.age(person.birthDate(), viewer.today()))
        .with("tiles", tiles.of(viewer, id))
        .with("entries", entries(request, id))
        .page("person");
  }

  /** Other entries of the same person that the viewer may see. */
  private List<Choice> entries(Request request, PersonId person) {
    Set<PersonId> others = new HashSet<>(people.idsOf(person));
    others.remove(person);
    return names.of(request.viewer(), others, request::shows).entrySet().stream()
        .map(one -> new Choice(one.getKey().toString(), one.getValue().spoken()))
        .sorted(Comparator.comparing(Choice::label).thenComparing(Choice::value))
        .toList();
  }
}
