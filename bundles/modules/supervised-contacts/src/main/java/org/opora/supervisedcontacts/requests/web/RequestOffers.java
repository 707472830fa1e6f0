package org.opora.supervisedcontacts.requests.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Subject;
import org.opora.api.bodies.Bodies;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.PersonId;
import org.opora.api.kin.Relatives;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Request;
import org.opora.supervisedcontacts.shared.web.ContactFields;

/**
 * Who may have asked: carers of the family, relatives of its children, offices of the directory.
 */
final class RequestOffers {
  private static final int FOUND = 10;
  private final Relatives relatives;
  private final Bodies bodies;
  private final Messages messages;

  RequestOffers(Relatives relatives, Bodies bodies, Messages messages) {
    this.relatives = relatives;
    this.bodies = bodies;
    this.messages = messages;
  }

  /** All of them count as shown. */
  List<Choice> people(Request request, CaseFiles.Header header, List<PersonId> children) {
    Map<PersonId, Choice> people = new LinkedHashMap<>();
    header
        .carers()
        .forEach(
            one ->
                people.put(one.person(), new Choice(one.person().toString(), one.name().spoken())));
    for (PersonId child : children) {
      for (Relatives.Relative one : relatives.of(request.viewer(), child)) {
        if (!one.hidden() && !children.contains(one.person())) {
          String word = messages.text(request.locale(), one.word());
          people.putIfAbsent(
              one.person(),
              new Choice(one.person().toString(), one.name().spoken() + " (" + word + ")"));
        }
      }
    }
    request.shows(people.keySet().stream().map(Subject::of).toList());
    return List.copyOf(people.values());
  }

  /** Offices that are called as somebody typed, and whichever the request names. */
  List<Choice> bodies(Request request, Form form, BodyId held) {
    List<Choice> found = new ArrayList<>();
    String typed = form == null ? "" : form.raw("name");
    if (!typed.isEmpty() && request.viewer().may(Bodies.READ)) {
      bodies.find(request.viewer(), typed, FOUND).forEach(line -> found.add(choice(line)));
    }
    var key = form == null ? null : ContactFields.key(form.raw("body"));
    BodyId chosen = key == null ? held : new BodyId(key);
    if (chosen != null && found.stream().noneMatch(one -> same(one, chosen))) {
      bodies.lines(List.of(chosen)).values().forEach(line -> found.add(choice(line)));
    }
    return found;
  }

  private static boolean same(Choice one, BodyId body) {
    return one.value().equals(body.toString());
  }

  private static Choice choice(Bodies.Line line) {
    return new Choice(
        line.id().toString(), line.town() == null ? line.name() : line.name() + ", " + line.town());
  }
}
