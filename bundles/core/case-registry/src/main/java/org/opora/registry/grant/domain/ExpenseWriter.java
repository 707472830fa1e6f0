package org.opora.registry.grant.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** Somebody who wrote what an expense asks for, at any time: they do not decide on it. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "GRANT_EXPENSE_WRITER")
public class ExpenseWriter {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID expense;

  @Column(updatable = false)
  private UUID writer;

  protected ExpenseWriter() {}

  public ExpenseWriter(UUID id, UUID expense, StaffId writer) {
    this.id = id;
    this.expense = expense;
    this.writer = writer.value();
  }

  public UUID expense() {
    return expense;
  }

  public StaffId writer() {
    return new StaffId(writer);
  }
}
