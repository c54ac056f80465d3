package io.ballast.think.model;

/**
 * One member of an ensemble and its file.
 *
 * @param seed of initialisation and order of training
 * @param file name inside the model's folder
 * @param sha256 of the file, lower-case hex
 * @param digest of architecture and parameters, whatever the file ({@link Architecture#digest})
 */
public record MemberCard(long seed, String file, String sha256, String digest) {}
