package org.opora.supervisedcontacts.plans.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.kin.Relatives;
import org.opora.api.kin.Role;
import org.opora.api.legal.LegalPosition;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Request;
import org.opora.supervisedcontacts.plans.application.PlanView;

/** Whom and what the form of a plan offers: relatives, people found, siblings, decisions. */
final class PlanOffers {
  private static final int FOUND = 15;
  private static final Set<Role> SIBLINGS =
      EnumSet.of(Role.SIBLING, Role.HALF_SIBLING, Role.STEP_SIBLING);
  private final People people;
  private final Relatives relatives;
  private final LegalPosition legal;
  private final Messages messages;

  PlanOffers(People people, Relatives relatives, LegalPosition legal, Messages messages) {
    this.people = people;
    this.relatives = relatives;
    this.legal = legal;
    this.messages = messages;
  }

  /** Relatives of these children whom the viewer may see; all of them count as shown. */
  List<Choice> near(Request request, List<PersonId> children) {
    Map<PersonId, Choice> near = new LinkedHashMap<>();
    for (PersonId child : children) {
      for (Relatives.Relative one : relatives.of(request.viewer(), child)) {
        if (!one.hidden() && !children.contains(one.person())) {
          String word = messages.text(request.locale(), one.word());
          near.putIfAbsent(one.person(), choice(one.person(), one.name(), word));
        }
      }
    }
    request.shows(near.keySet().stream().map(Subject::of).toList());
    return List.copyOf(near.values());
  }

  private static Choice choice(PersonId person, PersonName name, String apart) {
    return new Choice(person.toString(), name.spoken() + " (" + apart + ")");
  }

  /**
   * What each line offers: relatives, whom the typed words find, and whoever was chosen before.
   *
   * @param search whether the register is to be asked
   */
  Map<Integer, List<Choice>> lines(
      Request request, Form form, List<Integer> lines, List<Choice> near, boolean search) {
    Map<Integer, List<Choice>> offered = new HashMap<>();
    for (int line : lines) {
      List<Choice> all = new ArrayList<>(near);
      if (form != null) {
        if (search && !form.raw("name" + line).isEmpty()) {
          found(request, form.raw("name" + line)).forEach(one -> add(all, one));
        }
        chosen(request, form.raw("person" + line), all);
      }
      offered.put(line, all);
    }
    return offered;
  }

  private List<Choice> found(Request request, String words) {
    List<Choice> found =
        people.search(request.viewer(), words, null, FOUND).items().stream()
            .map(hit -> choice(hit.id(), hit.name(), born(request, hit.birthDate())))
            .toList();
    request.shows(found.stream().map(one -> subject(one.value())).toList());
    return found;
  }

  private String born(Request request, LocalDate day) {
    return day == null
        ? messages.text(request.locale(), "plan.person.born.unknown")
        : messages.text(request.locale(), "plan.person.born", day);
  }

  private void chosen(Request request, String key, List<Choice> all) {
    if (key.isEmpty() || all.stream().anyMatch(one -> one.value().equals(key))) {
      return;
    }
    try {
      PersonId person = new PersonId(UUID.fromString(key));
      PersonName name = people.names(request.viewer(), List.of(person)).get(person);
      if (name != null) {
        request.shows(Subject.of(person));
        all.add(new Choice(key, name.spoken()));
      }
    } catch (IllegalArgumentException nobody) {
      // The form says so beside the field.
      return;
    }
  }

  private static void add(List<Choice> all, Choice one) {
    if (all.stream().noneMatch(other -> other.value().equals(one.value()))) {
      all.add(one);
    }
  }

  private static Subject subject(String key) {
    return Subject.of(new PersonId(UUID.fromString(key)));
  }

  /**
   * Siblings of these children: those who live with them, those the register knows, and those whom
   * the plan names already.
   *
   * @param plan null for a new one
   */
  List<Choice> siblings(
      Request request, List<PersonId> children, CaseFiles.Header header, PlanView plan) {
    Map<PersonId, PersonName> siblings = new LinkedHashMap<>();
    if (header != null) {
      header.children().forEach(one -> siblings.put(one.person(), one.name()));
    }
    for (PersonId child : children) {
      relatives.of(request.viewer(), child).stream()
          .filter(one -> !one.hidden() && SIBLINGS.contains(one.role()))
          .forEach(one -> siblings.putIfAbsent(one.person(), one.name()));
    }
    if (plan != null) {
      plan.people().stream()
          .flatMap(person -> person.together().stream())
          .filter(one -> one.name() != null)
          .forEach(one -> siblings.putIfAbsent(one.person(), one.name()));
    }
    if (children.size() == 1) {
      siblings.keySet().removeAll(people.idsOf(children.get(0)));
    }
    request.shows(siblings.keySet().stream().map(Subject::of).toList());
    return siblings.size() + children.size() < 2
        ? List.of()
        : siblings.entrySet().stream()
            .map(one -> new Choice(one.getKey().toString(), one.getValue().spoken()))
            .toList();
  }

  /** Decisions of courts about these children that have effect on the viewer's day. */
  List<LegalPosition.Decision> decisions(Request request, List<PersonId> children) {
    Viewer viewer = request.viewer();
    return children.stream()
        .flatMap(child -> legal.decisions(viewer, child, viewer.today()).stream())
        .toList();
  }

  /** The same to be chosen, with the one that the plan rests on. */
  List<Choice> choices(
      Request request, List<LegalPosition.Decision> decisions, LegalPosition.Decision held) {
    List<Choice> choices = new ArrayList<>();
    decisions.forEach(one -> add(choices, choice(request, one)));
    if (held != null) {
      add(choices, choice(request, held));
    }
    return choices;
  }

  private Choice choice(Request request, LegalPosition.Decision one) {
    return new Choice(
        one.id().toString(),
        messages.text(
            request.locale(),
            "plan.decision.option",
            messages.text(request.locale(), one.title()),
            one.court() == null ? "" : one.court(),
            one.reference() == null ? "" : one.reference(),
            one.decidedOn()));
  }
}
