/** What figures are counted from. */
package org.opora.registry.counts.domain;
