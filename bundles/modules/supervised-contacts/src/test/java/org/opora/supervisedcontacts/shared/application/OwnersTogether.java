package org.opora.supervisedcontacts.shared.application;

import java.util.List;
import java.util.Set;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;

/** Everything the module holds about a person, as the registry asks each subject in turn. */
record OwnersTogether(List<PersonDataOwner> owners) implements PersonDataOwner {
  @Override
  public long count(Set<PersonId> person) {
    return owners.stream().mapToLong(one -> one.count(person)).sum();
  }

  @Override
  public List<Fact> export(Set<PersonId> person) {
    return owners.stream().flatMap(one -> one.export(person).stream()).toList();
  }

  @Override
  public List<Review> review(Set<PersonId> person) {
    return owners.stream().flatMap(one -> one.review(person).stream()).toList();
  }

  @Override
  public void erase(Set<PersonId> person) {
    owners.forEach(one -> one.erase(person));
  }
}
