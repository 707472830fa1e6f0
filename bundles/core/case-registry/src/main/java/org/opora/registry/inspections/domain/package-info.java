/** Who looked into a case file, and what became of it. */
package org.opora.registry.inspections.domain;
