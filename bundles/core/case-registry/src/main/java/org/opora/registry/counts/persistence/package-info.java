/** Statements that count, and the lists behind them. */
package org.opora.registry.counts.persistence;
