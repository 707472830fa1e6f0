package org.opora.registry.people.web;

import java.time.LocalDate;
import org.opora.api.faults.NotFound;
import org.opora.api.people.NewPerson;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.people.application.Addresses;
import org.opora.registry.people.application.PersonRecord;
import org.opora.registry.people.domain.AddressKind;
import org.opora.registry.shared.web.Words;

/** Writes down an address, a move included, and corrects it. */
final class AddressForms {
  private static final String PART = "reach";
  private final RecordFrame frame;
  private final Addresses addresses;
  private final Messages messages;

  AddressForms(RecordFrame frame, PersonRecord record, Messages messages) {
    this.frame = frame;
    this.addresses = record.addresses();
    this.messages = messages;
  }

  Reply blank(Request request) {
    return page(request, null, null);
  }

  Reply add(Request request) {
    Addresses.NewAddress address = read(request.form());
    return RecordFrame.save(
        request,
        PART,
        () -> addresses.add(request.viewer(), RecordFrame.person(request), address),
        Words.of("address.added"),
        () -> page(request, null, request.form()));
  }

  Reply edit(Request request) {
    return page(request, address(request), null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    Addresses.NewAddress now = read(form);
    Addresses.Address before = address(request);
    return RecordFrame.save(
        request,
        PART,
        () -> addresses.amend(request.viewer(), before.id(), form.version(), now),
        Words.of("address.amended"),
        () -> page(request, address(request), form));
  }

  Reply remove(Request request) {
    Addresses.Address address = address(request);
    return RecordFrame.save(
        request,
        PART,
        () -> addresses.remove(request.viewer(), address.id(), request.form().version()),
        Words.of("address.removed"),
        () -> page(request, address(request), request.form()));
  }

  /** The form of where the person lives now. */
  Reply present(Request request) {
    return presentPage(request, null);
  }

  Reply correct(Request request) {
    Form form = request.form();
    NewPerson.Address lines = RecordFrame.lines(form);
    LocalDate from = form.date("from");
    now(request);
    return RecordFrame.save(
        request,
        PART,
        () ->
            addresses.correct(
                request.viewer(), RecordFrame.person(request), form.version(), lines, from),
        Words.of("address.amended"),
        () -> presentPage(request, form));
  }

  private Reply presentPage(Request request, Form form) {
    return frame.model(request).with("entry", now(request)).form("address-now", form);
  }

  private Addresses.Address now(Request request) {
    return addresses.of(request.viewer(), RecordFrame.person(request)).stream()
        .filter(one -> one.id() == null && one.lines() != null)
        .filter(one -> one.person().equals(RecordFrame.person(request)))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private Addresses.Address address(Request request) {
    Addresses.Address address = addresses.one(request.viewer(), request.id("address"));
    frame.belongs(request, address.person());
    return address;
  }

  private Reply page(Request request, Addresses.Address address, Form form) {
    return frame
        .model(request)
        .with("entry", address)
        .with(
            "kinds",
            Choice.of(messages, request.viewer().locale(), "address.kind", AddressKind.values()))
        .form("address-form", form);
  }

  private static Addresses.NewAddress read(Form form) {
    return new Addresses.NewAddress(
        form.requiredChoice("kind", AddressKind.class),
        RecordFrame.lines(form),
        RecordFrame.period(form),
        form.checked("mayBeTold"));
  }
}
