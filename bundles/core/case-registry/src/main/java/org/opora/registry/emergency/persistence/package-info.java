/** Reads emergency accesses. */
package org.opora.registry.emergency.persistence;
