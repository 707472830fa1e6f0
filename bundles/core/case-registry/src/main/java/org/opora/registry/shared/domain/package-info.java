/** Parts of rows that several subjects have. */
package org.opora.registry.shared.domain;
