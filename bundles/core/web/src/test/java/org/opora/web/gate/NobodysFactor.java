package org.opora.web.gate;

import java.util.List;
import java.util.Optional;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;

/** A house in which nobody has a second factor and nobody must. */
final class NobodysFactor implements SecondFactor {
  @Override
  public Optional<Step> waits(String token) {
    return Optional.empty();
  }

  @Override
  public Optional<String> prove(String token, String code, String device) {
    return Optional.empty();
  }

  @Override
  public Offer offer(String token) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Enrolled> confirm(String token, String code) {
    return Optional.empty();
  }

  @Override
  public Optional<Mine> mine(Viewer viewer) {
    return Optional.empty();
  }

  @Override
  public List<String> renew(Viewer viewer) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void requireFresh(Viewer viewer) {
    // Nobody is asked.
  }

  @Override
  public boolean demanded() {
    return false;
  }

  @Override
  public boolean decided() {
    return true;
  }

  @Override
  public void demand(Viewer viewer, boolean demanded) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Holder> holders(Viewer viewer) {
    return List.of();
  }

  @Override
  public void askReset(Viewer viewer, StaffId staff) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void confirmReset(Viewer viewer, StaffId staff) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void withdrawReset(Viewer viewer, StaffId staff) {
    throw new UnsupportedOperationException();
  }
}
