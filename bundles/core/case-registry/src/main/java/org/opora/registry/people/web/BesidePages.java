package org.opora.registry.people.web;

import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonView;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.people.application.EntryPairs;
import org.opora.registry.people.application.TwoEntries;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Two entries that may be one person, side by side, for whoever decides. */
final class BesidePages {
  private final People people;
  private final EntryPairs pairs;

  BesidePages(People people, EntryPairs pairs) {
    this.people = people;
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
        .with("joined", people.idsOf(before.id()).contains(fresh.id()))
        .page("people-beside");
  }

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
