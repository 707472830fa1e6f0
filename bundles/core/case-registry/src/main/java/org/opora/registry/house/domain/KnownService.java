package org.opora.registry.house.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A kind of evidence that is a service of a bundle that is here, or was once. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "KNOWN_SERVICE")
public class KnownService {
  @Id
  @Column(name = "SERVICE", updatable = false)
  private String service;

  protected KnownService() {}

  public KnownService(String service) {
    this.service = service;
  }

  public String service() {
    return service;
  }
}
