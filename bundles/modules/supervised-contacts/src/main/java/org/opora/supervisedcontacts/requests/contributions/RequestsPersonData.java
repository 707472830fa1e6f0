package org.opora.supervisedcontacts.requests.contributions;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.requests.application.RequestData;
import org.opora.supervisedcontacts.requests.domain.ContactRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Requests for contact: for the child whom they are about, and for whoever asked. The words of one
 * speak of the other, so each is looked at before it is handed out.
 */
@Component
public final class RequestsPersonData implements PersonDataOwner {
  private static final Text LABEL = Text.of(SupervisedContactsModule.ORIGIN, "person-data.request");
  private final RequestData data;

  @Activate
  public RequestsPersonData(@Reference RequestData data) {
    this.data = data;
  }

  private List<ContactRequest> all(Set<PersonId> person) {
    return Stream.concat(data.of(person).stream(), data.askedBy(person).stream()).toList();
  }

  @Override
  public long count(Set<PersonId> person) {
    return all(person).size();
  }

  @Override
  public List<Fact> export(Set<PersonId> person) {
    return all(person).stream().map(row -> new Fact(LABEL, row.askedOn().toString())).toList();
  }

  @Override
  public List<Review> review(Set<PersonId> person) {
    return all(person).stream()
        .map(
            row ->
                new Review(
                    LABEL, row.key(), SupervisedContactsModule.HOME + "/requests/" + row.id()))
        .toList();
  }

  @Override
  public void erase(Set<PersonId> person) {
    data.forget(person);
  }
}
