package org.opora.supervisedcontacts.contacts.web;

import java.util.HashMap;
import java.util.Map;
import org.opora.api.access.Subject;
import org.opora.api.ids.ChildFileId;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Request;
import org.opora.supervisedcontacts.contacts.application.ContactView;
import org.opora.supervisedcontacts.contacts.application.ContactViews;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.shared.web.Options;

/** What the forms of what became of a contact have in common. */
record OutcomePages(ContactViews views, Messages messages) {
  /** With its children counted as shown. */
  ContactView view(Request request) {
    ContactView contact = views.view(request.viewer(), new ContactId(request.id("contact")));
    request.shows(
        contact.children().stream()
            .map(part -> Subject.of(new ChildFileId(part.row().childFile())))
            .toList());
    return contact;
  }

  Map<String, Object> model(ContactView contact, Options options) {
    Map<String, Object> model = new HashMap<>();
    model.put("contact", contact);
    model.put(
        "people",
        contact.people().stream()
            .map(person -> options.person(person.id(), person.name(), person.kin()))
            .toList());
    model.put(
        "children",
        contact.children().stream()
            .map(
                one ->
                    new Choice(
                        one.id().toString(),
                        one.name() == null
                            ? messages.text(options.locale(), "child.hidden")
                            : one.name().spoken()))
            .toList());
    return model;
  }
}
