package org.opora.registry.kin.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonView;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.kin.application.Home;
import org.opora.registry.kin.application.HouseholdDesk;
import org.opora.registry.kin.application.KinDesk;
import org.opora.registry.kin.domain.Days;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Writes down who lives with whom, corrects it and strikes it out. */
final class HouseholdForms {
  private final People people;
  private final HouseholdDesk households;
  private final KinDesk kin;
  private final Near near;

  HouseholdForms(People people, HouseholdDesk households, KinDesk kin, Near near) {
    this.people = people;
    this.households = households;
    this.kin = kin;
    this.near = near;
  }

  Reply blank(Request request) {
    return founding(request, null);
  }

  Reply found(Request request) {
    Form form = request.form();
    String name = form.requiredLine("name");
    UUID file = form.id("file");
    Days days = days(form);
    List<PersonId> others = others(form);
    return form.attempt(
        () -> {
          households.found(
              request.viewer(),
              KinPages.person(request),
              name,
              file == null ? null : new CaseFileId(file),
              days,
              others);
          return Reply.to(home(request), Words.of("household.saved"));
        },
        wrong -> founding(request, wrong));
  }

  private static List<PersonId> others(Form form) {
    List<PersonId> others = new ArrayList<>();
    for (String raw : form.all("others")) {
      try {
        others.add(new PersonId(UUID.fromString(raw)));
      } catch (IllegalArgumentException wrong) {
        form.error("others", Words.of("household.who.choose"));
      }
    }
    return others;
  }

  private Reply founding(Request request, Form form) {
    PersonView person = KinPages.view(people, request);
    List<Choice> files = KinForms.files(kin, request, person);
    return new Model()
        .with("person", person)
        .with("people", near.of(request, person))
        .with("files", files)
        .with("file", files.size() == 1 ? files.get(0).value() : null)
        .form("kin-household", form);
  }

  Reply naming(Request request) {
    return naming(request, null);
  }

  private Reply naming(Request request, Form form) {
    return model(request).form("kin-household-name", form);
  }

  Reply rename(Request request) {
    Form form = request.form();
    String name = form.requiredLine("name");
    return form.attempt(
        () -> {
          households.rename(
              request.viewer(),
              KinPages.person(request),
              request.id("household"),
              form.version(),
              name);
          return Reply.to(home(request), Words.of("household.saved"));
        },
        wrong -> naming(request, wrong));
  }

  Reply joining(Request request) {
    return joining(request, null);
  }

  private Reply joining(Request request, Form form) {
    PersonView person = KinPages.view(people, request);
    return model(request, person).with("people", near.of(request, person)).form("kin-member", form);
  }

  Reply join(Request request) {
    Form form = request.form();
    UUID who = form.requiredId("who");
    Days days = days(form);
    return form.attempt(
        () -> {
          households.join(
              request.viewer(),
              KinPages.person(request),
              request.id("household"),
              new PersonId(who),
              days);
          return Reply.to(home(request), Words.of("household.saved"));
        },
        wrong -> joining(request, wrong));
  }

  Reply edit(Request request) {
    return editing(request, null);
  }

  private Reply editing(Request request, Form form) {
    return lodger(request).form("kin-member-edit", form);
  }

  Reply correct(Request request) {
    Form form = request.form();
    Days days = days(form);
    return form.attempt(
        () -> {
          households.correct(
              request.viewer(),
              KinPages.person(request),
              request.id("household"),
              request.id("member"),
              form.version(),
              days);
          return Reply.to(home(request), Words.of("household.saved"));
        },
        wrong -> editing(request, wrong));
  }

  Reply striking(Request request) {
    return lodger(request).form("kin-member-strike", null);
  }

  Reply strike(Request request) {
    Form form = request.form();
    String reason = form.requiredLine("reason");
    return form.attempt(
        () -> {
          households.strike(
              request.viewer(),
              KinPages.person(request),
              request.id("household"),
              request.id("member"),
              form.version(),
              reason);
          return Reply.to(home(request), Words.of("kin.struck.done"));
        },
        wrong -> lodger(request).form("kin-member-strike", wrong));
  }

  private Model model(Request request) {
    return model(request, KinPages.view(people, request));
  }

  private Model model(Request request, PersonView person) {
    Home home = households.one(request.viewer(), person.id(), request.id("household"));
    return new Model().with("person", person).with("home", home);
  }

  private Model lodger(Request request) {
    Model model = model(request);
    Home.Lodger lodger =
        households.lodger(
            request.viewer(),
            KinPages.person(request),
            request.id("household"),
            request.id("member"));
    request.shows(Subject.of(lodger.person()));
    return model.with("entry", lodger);
  }

  private static Days days(Form form) {
    return new Days(form.date("from"), form.date("until"));
  }

  private static String home(Request request) {
    return "/people/" + KinPages.person(request) + "/kin#households";
  }
}
