package org.opora.registry.people.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.people.PersonView;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.people.application.EntryPairs;
import org.opora.registry.people.application.Parting;
import org.opora.registry.people.application.ShownNames;
import org.opora.registry.people.application.TwoEntries;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Two entries that may be one person, side by side, for whoever decides. */
public final class BesidePages {
  private final People people;
  private final ShownNames names;
  private final EntryPairs pairs;

  BesidePages(People people, EntryPairs pairs) {
    this.people = people;
    this.names = new ShownNames(people);
    this.pairs = pairs;
  }

  Reply show(Request request) {
    Viewer viewer = request.viewer();
    PersonView before = people.view(viewer, before(request));
    PersonView fresh = people.view(viewer, fresh(request));
    request.shows(Subject.of(before.id()), Subject.of(fresh.id()));
    return new Model()
        .with("before", before)
        .with("fresh", fresh)
        .with(
            "parting",
            pairs
                .parting(viewer, before.id(), fresh.id())
                .map(then -> sides(request, before, fresh, then))
                .orElse(null))
        .page("people-beside");
  }

  private List<Side> sides(Request request, PersonView before, PersonView fresh, Parting then) {
    return List.of(
        side(request, before, then.one(), then.oneMovesOut()),
        side(request, fresh, then.other(), then.otherMovesOut()));
  }

  /** Of other entries only those are named that the viewer may see. */
  private Side side(Request request, PersonView entry, Set<PersonId> keys, Set<PersonId> movesOut) {
    Set<PersonId> others = new HashSet<>(keys);
    others.remove(entry.id());
    return new Side(entry.name().spoken(), spoken(request, others), spoken(request, movesOut));
  }

  private List<String> spoken(Request request, Set<PersonId> keys) {
    return names.of(request.viewer(), keys, request::shows).values().stream()
        .map(PersonName::spoken)
        .sorted()
        .toList();
  }

  /**
   * An entry when both are parted.
   *
   * @param with names of the entries that are the same person then
   * @param movesOut names of those that get a sub-file of their own
   */
  public record Side(String name, List<String> with, List<String> movesOut) {}

  Reply one(Request request) {
    pairs.one(request.viewer(), before(request), fresh(request));
    return Reply.to("/people/" + before(request), Words.of("beside.joined"));
  }

  Reply two(Request request) {
    pairs.two(request.viewer(), before(request), fresh(request));
    return Reply.to("/people/" + fresh(request), Words.of("beside.two.saved"));
  }

  Reply apart(Request request) {
    pairs.apart(request.viewer(), before(request), fresh(request));
    return Reply.to(
        TwoEntries.path(before(request), fresh(request)), Words.of("beside.apart.saved"));
  }

  private static PersonId before(Request request) {
    return new PersonId(request.id("person"));
  }

  private static PersonId fresh(Request request) {
    return new PersonId(request.id("other"));
  }
}
