/** Statistics of the register. */
package org.opora.registry.counts.application;
