import type { Rows, Table } from './table.ts';
import { LAMBDA_FACTOR, LAMBDA_INTERCEPT, MOST_SWEEPS, TOLERANCE } from './terms.ts';

/** The parameters of the people, or of the assessments, in the order of the table. */
export interface Parameters {
  intercepts: Float64Array;
  factors: Float64Array;
}

export interface Fit {
  mean: number;
  raters: Parameters;
  assessments: Parameters;
  /** What was minimised, at the end. */
  loss: number;
  sweeps: number;
  converged: boolean;
}

/** Where a fit begins; its arrays become those of the fit. */
export type Start = Pick<Fit, 'mean' | 'raters' | 'assessments'>;

/**
 * Fits r̂ = μ + i_u + i_a + f_u · f_a to the ratings r of people u on assessments a, so that
 *
 *   mean (r − r̂)² + λ_i (μ² + mean i_u² + mean i_a²) + λ_f (mean f_u² + mean f_a²)
 *
 * is least: the one-factor model of Wojcik et al. (2022), with the means over ratings, people and assessments that the
 * published scorer takes. Since λ_i is five times λ_f, what camps explain goes into the factors, and only what people
 * of both camps agree upon into i_a.
 *
 * Theirs is minimised by gradient descent; here each person's two parameters, then each assessment's, are put where they
 * are best with the others held (alternating least squares: a system of two equations each), and after each sweep all
 * parameters are moved along the directions in which predictions do not change (see {@link settle}), which would take
 * hundreds of sweeps otherwise. The loss falls with every step. A sweep costs O(ratings); it ends when no parameter of an
 * assessment moves by more than {@link TOLERANCE}, and after {@link MOST_SWEEPS} at the latest.
 */
export function fitTable(table: Table, start: Start): Fit {
  const fit: Fit = { ...start, loss: 0, sweeps: 0, converged: false };
  const { raters, assessments } = fit;
  const perRater = table.size / table.raters.ids.length;
  const perAssessment = table.size / table.assessments.ids.length;
  while (fit.sweeps < MOST_SWEEPS && !fit.converged) {
    const before = assessments.intercepts.slice();
    const factorsBefore = assessments.factors.slice();
    solveRows(table.raters, raters, assessments, fit.mean, perRater);
    solveRows(table.assessments, assessments, raters, fit.mean, perAssessment);
    settle(fit);
    fit.sweeps += 1;
    const moved = Math.max(
      furthest(before, assessments.intercepts),
      furthest(factorsBefore, assessments.factors),
    );
    fit.converged = moved <= TOLERANCE;
  }
  fit.loss = lossOf(table, fit);
  return fit;
}

/** Intercept and factor of one row with the other side held: least squares of its `n` residuals with a ridge. */
export function solveRow(
  sums: { n: number; f: number; ff: number; y: number; fy: number },
  perRow: number,
): { intercept: number; factor: number } {
  const a = sums.n + LAMBDA_INTERCEPT * perRow;
  const c = sums.ff + LAMBDA_FACTOR * perRow;
  const determinant = a * c - sums.f * sums.f;
  return {
    intercept: (c * sums.y - sums.f * sums.fy) / determinant,
    factor: (a * sums.fy - sums.f * sums.y) / determinant,
  };
}

function solveRows(rows: Rows, own: Parameters, other: Parameters, mean: number, perRow: number): void {
  for (let row = 0; row < rows.ids.length; row += 1) {
    const sums = { n: 0, f: 0, ff: 0, y: 0, fy: 0 };
    for (let n = rows.begins[row] as number; n < (rows.begins[row + 1] as number); n += 1) {
      const column = rows.columns[n] as number;
      const f = other.factors[column] as number;
      const y = (rows.values[n] as number) - mean - (other.intercepts[column] as number);
      sums.n += 1;
      sums.f += f;
      sums.ff += f * f;
      sums.y += y;
      sums.fy += f * y;
    }
    const { intercept, factor } = solveRow(sums, perRow);
    own.intercepts[row] = intercept;
    own.factors[row] = factor;
  }
}

/**
 * Moves along what does not change a prediction to where the penalty is least: a constant between μ, the i_u and the
 * i_a; a multiple of f_a from the i_a into the f_u, and of f_u from the i_u into the f_a; a scale between both factors.
 */
function settle(fit: Fit): void {
  const { raters, assessments } = fit;
  shear(raters, assessments);
  shear(assessments, raters);
  const all = fit.mean + average(raters.intercepts) + average(assessments.intercepts);
  add(raters.intercepts, all / 3 - average(raters.intercepts));
  add(assessments.intercepts, all / 3 - average(assessments.intercepts));
  fit.mean = all / 3;
  const scale = (square(assessments.factors) / square(raters.factors)) ** 0.25;
  // Nobody differs from anybody: both are 0.
  if (!(scale > 0 && Number.isFinite(scale))) return;
  multiply(raters.factors, scale);
  multiply(assessments.factors, 1 / scale);
}

/** f of one side grows by d, and i of the other falls by d · f of the other. */
function shear(one: Parameters, other: Parameters): void {
  const d =
    (LAMBDA_INTERCEPT * meanProduct(other.intercepts, other.factors) - LAMBDA_FACTOR * average(one.factors)) /
    (LAMBDA_INTERCEPT * square(other.factors) + LAMBDA_FACTOR);
  add(one.factors, d);
  for (let n = 0; n < other.factors.length; n += 1)
    other.intercepts[n] = (other.intercepts[n] as number) - d * (other.factors[n] as number);
}

/** What the fit explains: means of squares over all ratings. */
interface Explained {
  /** Of what is left, r − r̂. */
  residual: number;
  /** Of what the factors add, f_u · f_a. */
  factors: number;
}

export function explained({ size, raters: rows }: Table, { mean, raters, assessments }: Start): Explained {
  const sums = { residual: 0, factors: 0 };
  for (let row = 0; row < rows.ids.length; row += 1) {
    for (let n = rows.begins[row] as number; n < (rows.begins[row + 1] as number); n += 1) {
      const column = rows.columns[n] as number;
      const product = (raters.factors[row] as number) * (assessments.factors[column] as number);
      const base = mean + (raters.intercepts[row] as number) + (assessments.intercepts[column] as number);
      sums.residual += ((rows.values[n] as number) - base - product) ** 2;
      sums.factors += product ** 2;
    }
  }
  return { residual: sums.residual / size, factors: sums.factors / size };
}

/** What is minimised. */
function lossOf(table: Table, fit: Start): number {
  const { mean, raters, assessments } = fit;
  return (
    explained(table, fit).residual +
    LAMBDA_INTERCEPT * (mean ** 2 + square(raters.intercepts) + square(assessments.intercepts)) +
    LAMBDA_FACTOR * (square(raters.factors) + square(assessments.factors))
  );
}

function average(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function meanProduct(one: Float64Array, two: Float64Array): number {
  let sum = 0;
  for (let n = 0; n < one.length; n += 1) sum += (one[n] as number) * (two[n] as number);
  return sum / one.length;
}

function square(values: Float64Array): number {
  return meanProduct(values, values);
}

function multiply(values: Float64Array, by: number): void {
  for (let n = 0; n < values.length; n += 1) values[n] = (values[n] as number) * by;
}

function add(values: Float64Array, amount: number): void {
  for (let n = 0; n < values.length; n += 1) values[n] = (values[n] as number) + amount;
}

function furthest(one: Float64Array, two: Float64Array): number {
  let most = 0;
  for (let n = 0; n < one.length; n += 1)
    most = Math.max(most, Math.abs((one[n] as number) - (two[n] as number)));
  return most;
}
