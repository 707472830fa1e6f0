/** The tables of plans. */
package org.opora.registry.plans.persistence;
